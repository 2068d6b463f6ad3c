package axial.extensions.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.extension.BundleName;
import axial.extension.LockedBundle;
import axial.job.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {

  @TempDir Path temp;

  private static LockedBundle line(String name, String version, char digit) {
    return new LockedBundle(
        new BundleName(name, version),
        String.valueOf(digit).repeat(64),
        12,
        digit == 'a'
            ? Optional.of(new LockedBundle.Origin("http://127.0.0.1/cat", "ab:cd"))
            : Optional.empty());
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Path file = temp.resolve("extensions/extensions.lock");
    List<LockedBundle> lines = List.of(line("lab.net", "1.0.0", 'a'), line("lab.lib", "2.0", 'b'));
    LockFile.write(file, lines);
    assertThat(LockFile.read(file)).containsExactlyInAnyOrderElementsOf(lines);
    assertThat(file)
        .content()
        .startsWith("# Axial extensions, format 1\nlab.lib\t2.0\tbbbb")
        .endsWith("\t12\thttp://127.0.0.1/cat\tab:cd\n");
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aMissingFileHasNoLines() {
    assertThat(LockFile.read(temp.resolve("none"))).isEmpty();
  }

  @Test
  void aLineThatIsNoneIsNamed() throws Exception {
    Path file = temp.resolve("half");
    String good = LockFile.text(List.of(line("lab.net", "1.0.0", 'b')));
    for (String bad :
        List.of(
            "lab.other\t1.0.0",
            "lab.other\t1.0.0\tnotahash\t12\t-\t-",
            "lab.other\t1.0.0\t" + "c".repeat(64) + "\t-3\t-\t-",
            good.lines().toList().get(1))) {
      Files.writeString(file, good + bad + "\n");
      assertThatThrownBy(() -> LockFile.read(file))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("Line 3 of " + file)
          .hasMessageContaining("Restore the file");
    }
  }

  @Test
  void anotherFormatIsRefused() throws Exception {
    Path file = temp.resolve("future");
    Files.writeString(file, "# Axial extensions, format 2\n");
    assertThatThrownBy(() -> LockFile.read(file)).hasMessageContaining("format 2");
  }
}
