package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/extension.md word for word: its files and its commands, in its order. */
class ExtensionGuideTest {

  private static final Pattern STEP =
      Pattern.compile("(?:Save this as `([^`]+)`[^\n]*\n\n)?```(\\w+)\n(.*?)```", Pattern.DOTALL);

  @TempDir Path temp;

  @Test
  void theGuideMakesAModelThatTrains() throws Exception {
    String guide = Files.readString(Axial.home().resolve("docs/extension.md"));
    StringBuilder script = new StringBuilder("set -eu\n");
    Matcher step = STEP.matcher(guide);
    int files = 0;
    while (step.find()) {
      if (step.group(1) != null) {
        files++;
        script.append("cat > '").append(step.group(1)).append("' <<'END_OF_FILE'\n");
        script.append(step.group(3)).append("END_OF_FILE\n");
      } else if (step.group(2).equals("sh")) {
        script.append(step.group(3));
      }
    }
    assertThat(files).isEqualTo(3);
    Cli.Result result = shell(script.toString());
    assertThat(result.output()).as(result.output()).contains("Total params:");
    assertThat(result.code()).as(result.output()).isZero();
    assertThat(temp.resolve("my-net/first-run/report.html"))
        .content()
        .contains("lab.my-net", "filters 8");
  }

  private Cli.Result shell(String script) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", script).directory(temp.toFile());
    builder.environment().put("AXIAL", Axial.home().toString());
    builder.environment().put("AXIAL_WORKSPACE", temp.resolve("workspace").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("AXIAL_BUILT", "yes");
    String path = Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH");
    builder.environment().put("PATH", path);
    return Cli.run(builder);
  }
}
