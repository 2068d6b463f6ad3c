package axial.run.isolated;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the dead have left goes, and what the living hold stays. */
class HeldFolderTest {

  @TempDir Path temp;

  @Test
  void leftoversGoWithAndWithoutTheirLock() throws Exception {
    Path parent = temp.resolve("isolated");
    Files.createDirectories(parent.resolve("run-1-2-three/workspace/runs"));
    Files.writeString(parent.resolve("run-1-2-three/workspace/runs/file"), "left");
    Files.writeString(parent.resolve("run-1-2-three.lock"), "");
    Files.createDirectories(parent.resolve("run-older"));
    Files.writeString(parent.resolve("run-nothing.lock"), "");
    HeldFolder.sweep(parent);
    assertThat(parent).isEmptyDirectory();
    HeldFolder.sweep(temp.resolve("missing"));
    assertThat(temp.resolve("missing")).doesNotExist();
  }

  @Test
  void aHeldFolderStaysUntilItIsClosed() throws Exception {
    try (HeldFolder held = HeldFolder.make(temp);
        HeldFolder other = HeldFolder.make(temp)) {
      HeldFolder.sweep(temp);
      HeldFolder.sweep(temp);
      assertThat(held.folder()).isDirectory();
      assertThat(other.folder()).isDirectory().isNotEqualTo(held.folder());
    }
    assertThat(temp).isEmptyDirectory();
  }
}
