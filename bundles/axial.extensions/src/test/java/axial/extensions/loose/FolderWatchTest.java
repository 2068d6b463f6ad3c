package axial.extensions.loose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {

  @TempDir Path temp;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  /** A file is whole when it ends with a full stop. */
  private final FolderWatch.Listener listener =
      new FolderWatch.Listener() {
        @Override
        public boolean isWhole(Path jar) {
          try {
            return Files.readString(jar).endsWith(".");
          } catch (IOException gone) {
            return false;
          }
        }

        @Override
        public void written(Path jar) {
          heard.add("written " + jar.getFileName());
        }

        @Override
        public void removed(Path jar) {
          heard.add("removed " + jar.getFileName());
        }
      };

  private String next() throws InterruptedException {
    return heard.poll(20, TimeUnit.SECONDS);
  }

  @Test
  void wholeJarsAreToldOfAtOnceAndOthersWhenTheyStayAsTheyAre() throws Exception {
    Path known = temp.resolve("known.jar");
    Files.writeString(known, "whole.");
    try (FolderWatch watch = new FolderWatch(temp, listener)) {
      watch.begin();
      Files.writeString(temp.resolve("notes.txt"), "no jar.");
      Files.writeString(temp.resolve("a.jar"), "whole.");
      assertThat(next()).isEqualTo("written a.jar");
      Files.writeString(temp.resolve("b.jar"), "half");
      assertThat(next()).isEqualTo("written b.jar");
      Files.delete(known);
      assertThat(next()).isEqualTo("removed known.jar");
      Files.writeString(temp.resolve("a.jar"), "another.");
      assertThat(next()).isEqualTo("written a.jar");
    }
    assertThat(heard).isEmpty();
  }
}
