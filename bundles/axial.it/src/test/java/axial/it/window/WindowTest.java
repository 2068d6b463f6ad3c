package axial.it.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import axial.it.Axial;
import axial.it.Cli;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Starts the tests of the window where there is a display or one can be made. */
class WindowTest {

  @Test
  void theWindowOpensAndAnswersToKeysAndMouse() throws Exception {
    assertGreen(ShellUi.class);
  }

  @Test
  void theDataOfLastTimeAreThereAndEditsAreTakenBack() throws Exception {
    assertGreen(DataUi.class);
  }

  @Test
  void aResearcherGoesFromScansToAFigure() throws Exception {
    assertGreen(JourneyUi.class);
  }

  @Test
  void theTutorialCanBeFollowedWordForWord() throws Exception {
    assertGreen(TutorialUi.class);
  }

  @Test
  void viewsAreSwappedAndNothingIsLeft() throws Exception {
    assertGreen(SwapUi.class);
  }

  @Test
  void viewsOfANewVersionTakeThePlaceOfTheOldOnes() throws Exception {
    assertGreen(BesideUi.class);
  }

  @Test
  void aTrainingGoesOnWhileItsModelAndItsViewsAreSwapped() throws Exception {
    assertGreen(TrainingSwapUi.class);
  }

  @Test
  void extensionsTravelFromACatalogIntoTheWindowAndOut() throws Exception {
    assertGreen(ExtensionsUi.class);
  }

  @Test
  void picturesAreTakenWhenAskedFor() throws Exception {
    assumeTrue(
        System.getProperty("axial.screenshots") != null, "skipped: docs/screenshots/make asks");
    assertGreen(
        ScreenshotsUi.class,
        "3200x2000",
        "-Daxial.screenshots=" + System.getProperty("axial.screenshots"));
  }

  private static void assertGreen(Class<?> tests) throws Exception {
    assertGreen(tests, "1600x1000");
  }

  private static void assertGreen(Class<?> tests, String size, String... properties)
      throws Exception {
    Optional<List<String>> display = Display.prefix(size);
    if (display.isEmpty()) {
      System.err.println(
          "SKIPPED: the tests of the window need a display, or xvfb-run. Install xvfb.");
    }
    assumeTrue(display.isPresent(), "skipped: there is no display and no xvfb-run");
    List<String> command = new ArrayList<>(display.get());
    command.addAll(
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-Xmx2g",
            "-XX:+UseParallelGC",
            "-Djava.awt.headless=false",
            "-Daxial.window.watch=true",
            "-Daxial.home=" + Axial.home()));
    command.addAll(List.of(properties));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "org.junit.platform.console.ConsoleLauncher",
            "execute",
            "--select-class=" + tests.getName(),
            "--disable-banner"));
    Cli.Result result = Cli.run(new ProcessBuilder(command));
    tellOfLongEvents(tests, result.output());
    assertThat(result.code()).as(result.output()).isZero();
    assertThat(result.output()).contains("0 tests failed").doesNotContain(" 0 tests successful");
  }

  /** How long events took is told, not asserted: the machine may be busy. */
  private static void tellOfLongEvents(Class<?> tests, String output) {
    List<String> told =
        output
            .lines()
            .filter(line -> line.matches("(over_50_ms|longest_ms|wait_p95_ms) .*"))
            .toList();
    System.out.println(tests.getSimpleName() + ": " + String.join(", ", told));
  }
}
