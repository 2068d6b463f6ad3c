package axial.dedup.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.Thumbnail;
import axial.job.CancelledException;
import axial.job.Draws;
import axial.job.Progress;
import axial.job.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLooksTest {

  private static final int COUNT = 600;

  @TempDir Path workspace;
  private final AtomicInteger reads = new AtomicInteger();
  private final List<Sample> samples = new ArrayList<>();
  private KeptLooks thumbnails;

  private final PixelReader pixels =
      new PixelReader() {
        @Override
        public Pixels read(Sample sample) {
          reads.incrementAndGet();
          return picture(Integer.parseInt(sample.source()));
        }

        @Override
        public Optional<Pixels> mask(Sample sample) {
          return Optional.empty();
        }
      };

  private static Pixels picture(int number) {
    Draws draws = new Seed(number).draws();
    int width = 20 + draws.below(50);
    int height = 20 + draws.below(50);
    byte[] data = new byte[width * height];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) draws.below(256);
    }
    return new Pixels(width, height, 1, data);
  }

  @BeforeEach
  void samples() {
    thumbnails = new KeptLooks(workspace, 2);
    for (int i = 0; i < COUNT; i++) {
      String source = Integer.toString(i);
      samples.add(new Sample(picture(i).contentId(), source, 0, source, Map.of()));
    }
  }

  private static List<String> text(List<Thumbnail> all) {
    return all.stream().map(t -> java.util.Arrays.toString(t.grey())).toList();
  }

  private List<Thumbnail> of(KeptLooks from) {
    return from.of(samples, pixels, Progress.none());
  }

  private Path file() {
    return workspace.resolve("cache").resolve("looks-1.bin");
  }

  @Test
  void eachPictureIsReadOnceHoweverOftenItIsAskedFor() {
    samples.addAll(samples.subList(0, 10));
    List<Thumbnail> first = of(thumbnails);
    assertThat(reads).hasValue(COUNT);
    assertThat(text(of(thumbnails))).isEqualTo(text(first));
    assertThat(text(of(new KeptLooks(workspace, 1)))).isEqualTo(text(first));
    assertThat(reads).hasValue(COUNT);
    assertThat(text(first.subList(COUNT, COUNT + 10))).isEqualTo(text(first.subList(0, 10)));
  }

  @Test
  void eachValueIsTheMeanOfItsArea() {
    byte[] data = new byte[64 * 96];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) (i % 64);
    }
    Pixels ramp = new Pixels(64, 96, 1, data);
    byte[] colours = new byte[data.length * 3];
    for (int i = 0; i < colours.length; i++) {
      colours[i] = data[i / 3];
    }
    for (Pixels picture : List.of(ramp, new Pixels(64, 96, 3, colours))) {
      PixelReader reader =
          new PixelReader() {
            @Override
            public Pixels read(Sample sample) {
              return picture;
            }

            @Override
            public Optional<Pixels> mask(Sample sample) {
              return Optional.empty();
            }
          };
      Sample sample = new Sample(ramp.contentId(), "ramp", 0, "ramp", Map.of());
      Thumbnail thumbnail =
          new KeptLooks(workspace.resolve("" + picture.channels()), 1)
              .of(List.of(sample), reader, Progress.none())
              .get(0);
      for (int column = 0; column < Thumbnail.SIDE; column++) {
        assertThat(thumbnail.at(31, column)).isEqualTo(2 * column + 1); // of 2c and 2c + 1
      }
    }
  }

  @Test
  void aDeletedDamagedOrShortenedFileIsMadeAnew() throws IOException {
    List<String> right = text(of(thumbnails));
    Files.delete(file());
    assertThat(text(of(thumbnails))).isEqualTo(right);

    byte[] bytes = Files.readAllBytes(file());
    Draws draws = new Seed(7).draws();
    for (int round = 0; round < 20; round++) {
      byte[] bad =
          round % 2 == 0
              ? bytes.clone()
              : java.util.Arrays.copyOf(bytes, draws.below(bytes.length));
      for (int i = 0; i < 1000; i++) {
        bad[draws.below(bad.length)] ^= (byte) (1 + draws.below(255));
      }
      Files.write(file(), bad);
      assertThat(text(of(thumbnails))).isEqualTo(right);
      assertThat(text(of(new KeptLooks(workspace, 2)))).isEqualTo(right);
    }
    reads.set(0);
    of(new KeptLooks(workspace, 2));
    assertThat(reads).hasValue(0);
  }

  @Test
  void whatWasMadeBeforeTheCancelIsKept() {
    Progress stop = Progress.cancelledWhen(() -> reads.get() >= 100);
    assertThatThrownBy(() -> thumbnails.of(samples, pixels, stop))
        .isInstanceOf(CancelledException.class);
    int made = reads.get();
    assertThat(made).isBetween(100, COUNT - 1);
    of(thumbnails);
    assertThat(reads).hasValue(COUNT);
  }
}
