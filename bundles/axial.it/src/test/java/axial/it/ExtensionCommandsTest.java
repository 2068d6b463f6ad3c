package axial.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One lab publishes, another installs: the commands as both of them type them. */
class ExtensionCommandsTest {

  @TempDir Path temp;

  private Path catalog;
  private Path key;
  private String fingerprint = "";

  @BeforeEach
  void key() throws Exception {
    catalog = temp.resolve("catalog");
    key = temp.resolve("lab.key");
    String output = done("a", "keygen", key.toString());
    fingerprint =
        output
            .lines()
            .filter(line -> line.startsWith("Fingerprint: "))
            .findFirst()
            .orElseThrow()
            .substring("Fingerprint: ".length());
  }

  private Cli.Result extensions(String lab, String... arguments) throws Exception {
    String[] all = new String[arguments.length + 1];
    all[0] = "extensions";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Cli.axial(temp.resolve(lab), all);
  }

  private String done(String lab, String... arguments) throws Exception {
    Cli.Result result = extensions(lab, arguments);
    assertThat(result.code()).as(result.output()).isZero();
    return result.output();
  }

  private void refused(int code, String part, String... arguments) throws Exception {
    Cli.Result result = extensions("b", arguments);
    assertThat(result.code()).as(result.output()).isEqualTo(code);
    assertThat(result.output()).contains(part).doesNotContain("\tat ", "null", "Exception");
    assertThat(result.output().lines().filter(line -> line.startsWith("axial: "))).hasSize(1);
  }

  private void publish(String version, int units) throws Exception {
    String jar = LabBundle.net(temp, version, units).toString();
    done("a", "publish", jar, "--to", catalog.toString(), "--key", key.toString());
  }

  @Test
  void anotherLabInstallsUpdatesAndRestores() throws Exception {
    publish("1.0.0", 3);
    refused(2, "--fingerprint " + fingerprint, "add", catalog.toString());
    done("b", "add", catalog.toString(), "--fingerprint", fingerprint);
    assertThat(done("b", "search")).contains("lab.labnet", "1.0.0", "MIT");
    assertThat(done("b", "search", "lab.labnet"))
        .contains(
            "lab.labnet 1.0.0: ",
            "what       A lab's extension.",
            "needs      axial.",
            "licence    MIT",
            "author     A lab",
            " kB",
            "SHA-256    ",
            "signed by  " + fingerprint,
            "pictures   none");
    assertThat(done("b", "install", "lab.labnet")).contains("Installed lab.labnet 1.0.0.");
    assertThat(done("b")).contains("lab.labnet", "1.0.0", "active");
    Path lock = temp.resolve("paper.lock");
    done("b", "lock", lock.toString());
    publish("1.1.0", 5);
    assertThat(done("b", "update")).contains("1.1.0 in the place of lab.labnet 1.0.0");
    done("b", "restore", lock.toString());
    assertThat(done("b")).contains("1.0.0").doesNotContain("1.1.0");
    publish("1.2.0", 7);
    Path jar = catalog.resolve("jars/lab.labnet-1.2.0.jar");
    byte[] bytes = Files.readAllBytes(jar);
    bytes[bytes.length / 2] ^= 1;
    Files.write(jar, bytes);
    refused(3, "SHA-256", "update");
    assertThat(done("b")).contains("lab.labnet", "1.0.0", "active");
    assertThat(done("b", "remove", "lab.labnet")).contains("Removed lab.labnet 1.0.0.");
  }
}
