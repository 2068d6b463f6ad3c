package axial.dedup.index;

import static org.assertj.core.api.Assertions.assertThat;

import axial.job.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentFileTest {

  private static final int COUNT = 3000;
  private static final int HEAD = 12;
  private static final int BODY = 700;

  @TempDir Path folder;

  private static ContentFile open(Path file) {
    return new ContentFile(file, 1, HEAD, BODY);
  }

  private static ContentFile.Entry entry(int number) {
    return new ContentFile.Entry(
        "content " + number, filled(HEAD, number), filled(BODY, number * 31));
  }

  private static byte[] filled(int size, int number) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (number * 7 + i * 13);
    }
    return bytes;
  }

  /** Another process: writes every second record, from a first one, a few at a time. */
  public static final class Writer {

    private Writer() {}

    /** The arguments are the file and the first record. */
    public static void main(String[] arguments) {
      ContentFile file = open(Path.of(arguments[0]));
      List<ContentFile.Entry> some = new ArrayList<>();
      for (int i = Integer.parseInt(arguments[1]); i < COUNT; i += 2) {
        some.add(entry(i));
        if (some.size() == 7 || i + 2 >= COUNT) {
          file.append(some, Progress.none());
          some.clear();
        }
      }
    }
  }

  private static Process write(Path file, int first) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            file.toString(),
            Integer.toString(first))
        .inheritIO()
        .start();
  }

  @Test
  void twoProcessesWriteOneFileWithoutLosingARecord() throws Exception {
    Path file = folder.resolve("records.bin");
    Process even = write(file, 0);
    Process odd = write(file, 1);
    assertThat(even.waitFor()).isZero();
    assertThat(odd.waitFor()).isZero();
    ContentFile read = open(file);
    read.refresh();
    for (int i = 0; i < COUNT; i++) {
      assertThat(read.heads(List.of("content " + i)).get(0)).hasValue(filled(HEAD, i));
      assertThat(read.body("content " + i)).hasValue(filled(BODY, i * 31));
    }
  }

  @Test
  void whatAnotherWroteIsSeenAfterARefresh() {
    Path file = folder.resolve("records.bin");
    ContentFile reader = open(file);
    reader.refresh();
    open(file).append(List.of(entry(1)), Progress.none());
    assertThat(reader.body("content 1")).isEmpty();
    reader.refresh();
    assertThat(reader.body("content 1")).hasValue(filled(BODY, 31));
  }

  @Test
  void recordsOfAnotherVersionDoNotCount() {
    Path file = folder.resolve("records.bin");
    open(file).append(List.of(entry(1)), Progress.none());
    ContentFile next = new ContentFile(file, 2, HEAD, BODY);
    next.refresh();
    assertThat(next.body("content 1")).isEmpty();
  }
}
