package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One who develops an extension lets {@code extensions watch} run beside the build. */
class WatchCommandTest {

  @TempDir Path temp;

  private static void assertSeen(Typed watch, String line) throws Exception {
    assertThat(watch.await(Pattern.compile(Pattern.quote(line)))).as(watch.output()).isTrue();
  }

  @Test
  void whatIsBuiltIntoTheFolderIsStartedAtOnce() throws Exception {
    Path workspace = temp.resolve("workspace");
    Path jar = workspace.resolve("plugins/lab-net.jar");
    try (Typed watch =
        new Typed(
            Cli.command(
                Path.of(System.getProperty("java.home")), workspace, "extensions", "watch"))) {
      assertSeen(watch, "Watching workspace/plugins.");
      Files.copy(LabBundle.net(temp, "1.0.0", 3), jar);
      assertSeen(watch, "Started lab.labnet 1.0.0.");
      Files.copy(LabBundle.net(temp, "1.1.0", 5), jar, StandardCopyOption.REPLACE_EXISTING);
      assertSeen(watch, "Started lab.labnet 1.1.0.");
      Files.writeString(jar, "half a jar");
      assertSeen(watch, "lab-net.jar is no bundle");
      Files.delete(jar);
      assertSeen(watch, "Removed lab.labnet 1.1.0.");
      watch.close();
      assertThat(watch.result().output()).doesNotContain("Exception");
    }
  }
}
