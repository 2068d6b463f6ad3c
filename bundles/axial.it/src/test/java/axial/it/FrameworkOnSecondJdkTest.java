package axial.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs the framework tests once more on a newer JDK, where one is installed. */
class FrameworkOnSecondJdkTest {

  @Test
  void hotPluggingWorksOnTheSecondJdk() throws Exception {
    assertGreen(HotPlugTest.class);
  }

  @Test
  void predictionEnginesComeAndGoOnTheSecondJdk() throws Exception {
    assertGreen(PredictionEnginePlugTest.class);
  }

  /** Each in a JVM of its own: a native library belongs to one class loader for its life. */
  private static void assertGreen(Class<?> tests) throws Exception {
    Optional<Path> second = SecondJdk.find();
    assumeTrue(second.isPresent(), "skipped: there is no second JDK beside this one");
    Cli.Result result =
        Cli.run(
            new ProcessBuilder(
                second.get().resolve("bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Daxial.home=" + Axial.home(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--select-class=" + tests.getName(),
                "--disable-banner"));
    assertThat(result.code()).as(result.output()).isZero();
    assertThat(result.output()).contains("0 tests failed").doesNotContain("WARNING:");
  }
}
