package axial.workbench.bundles;

import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import axial.view.run.Training;
import axial.view.testing.TestDesk;
import axial.view.testing.TestTraining;
import axial.view.testing.TestTrainings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundlesControllerTest {

  @TempDir Path workspace;

  private final FakeInstallation installation = new FakeInstallation();
  private final FakeScreen screen = new FakeScreen();
  private final TestTrainings trainings = new TestTrainings();
  private final ChosenBundle chosen = new ChosenBundle();
  private TestDesk desk;
  private BundlesController controller;

  /** Answers questions as it is told and remembers them. */
  private static final class FakeScreen implements BundlesScreen {
    private final List<String> questions = new ArrayList<>();
    private List<BundleRow> rows = List.of();
    private boolean answer = true;

    @Override
    public void show(List<BundleRow> shown, int all, Optional<BundleRow> marked) {
      rows = shown;
    }

    @Override
    public void busy(boolean busy) {}

    @Override
    public boolean confirm(String question, String verb) {
      questions.add(question);
      return answer;
    }

    private List<String> names() {
      return rows.stream().map(row -> row.bundle().symbolicName()).toList();
    }
  }

  @BeforeEach
  void open() throws Exception {
    installation.bundles =
        List.of(
            Examples.API, Examples.ZOO, Examples.LIME_VIEW, Examples.BROKEN, Examples.INCOMPLETE);
    desk = new TestDesk(workspace, trainings, Map.of());
    act(() -> controller = new BundlesController(desk, installation, chosen, screen));
    act(() -> controller.read());
  }

  private void act(Runnable what) throws Exception {
    edt(
        () -> {
          what.run();
          return true;
        });
    desk.settle();
  }

  private void choose(String name) throws Exception {
    act(
        () ->
            controller.choose(
                screen.rows.stream()
                    .filter(row -> row.bundle().symbolicName().equals(name))
                    .findFirst()));
  }

  @Test
  void whatFailedComesFirstWithItsReason() {
    assertThat(screen.names())
        .containsExactly(
            "lab.quick-net", "lab.heat", "axial.api", "axial.workbench.explanation", "axial.zoo");
    assertThat(screen.rows.get(0).state())
        .isEqualTo(
            "Cannot be used: It needs the package lab.layers from 2.0.0, which no bundle gives.");
    assertThat(screen.rows.get(1).state()).startsWith("Works in part: Explainer \"heat\": It fail");
  }

  @Test
  void aFilterFindsServicesToo() throws Exception {
    act(() -> controller.filter("model compact"));
    assertThat(screen.names()).containsExactly("axial.zoo");
  }

  @Test
  void whatNobodyUsesIsStoppedWithoutAQuestion() throws Exception {
    choose("axial.zoo");
    act(controller::stop);
    assertThat(installation.asked).contains("stop 2");
    assertThat(screen.questions).isEmpty();
  }

  @Test
  void whatARunningTrainingUsesIsUpdatedOnlyAfterAQuestion() throws Exception {
    TestTraining training = Examples.training("final");
    act(() -> trainings.put(training));
    choose("axial.zoo");
    screen.answer = false;
    act(() -> controller.update(Path.of("zoo.jar")));
    assertThat(screen.questions).hasSize(1);
    assertThat(screen.questions.get(0)).contains("running training final, 3 epochs uses axial.zoo");
    assertThat(installation.asked).containsOnly("list");
    screen.answer = true;
    act(() -> controller.update(Path.of("zoo.jar")));
    assertThat(installation.asked).contains("update 2 zoo.jar in place");
  }

  @Test
  void aTrainingThatHasEndedUsesNothing() throws Exception {
    TestTraining training = Examples.training("final");
    act(() -> trainings.put(training));
    choose("axial.zoo");
    assertThat(chosen.get().orElseThrow().usedBy()).isEqualTo("training final, 3 epochs");
    act(() -> training.become(Training.State.DONE));
    assertThat(chosen.get().orElseThrow().usedBy()).isEmpty();
    act(controller::close);
    assertThat(training.watchers()).isZero();
  }

  @Test
  void aViewOfTheWindowIsRemovedOnlyAfterAQuestionThatNamesIt() throws Exception {
    choose("axial.workbench.explanation");
    act(controller::remove);
    assertThat(screen.questions.get(0)).contains("Explanation, Queue");
    assertThat(installation.asked).contains("remove 3 in place");
  }

  @Test
  void thePackagesOfAPlugInAreRefreshedUnlessATrainingRuns() throws Exception {
    choose("lab.heat");
    act(() -> controller.update(Path.of("heat.jar")));
    assertThat(installation.asked).contains("update 8 heat.jar and refresh");
    act(() -> trainings.put(Examples.training("other")));
    act(controller::remove);
    assertThat(installation.asked).contains("remove 8 in place");
  }

  @Test
  void theApiStaysAndItIsSaidWhy() throws Exception {
    choose("axial.api");
    act(controller::remove);
    act(controller::stop);
    assertThat(installation.asked).containsOnly("list");
    assertThat(chosen.get().orElseThrow().guard().orElseThrow()).contains("language");
  }

  @Test
  void aRefusalIsToldAndTheListIsReadAnew() throws Exception {
    installation.refusing = true;
    choose("lab.quick-net");
    act(controller::start);
    assertThat(desk.problems)
        .extracting(problem -> problem.summary())
        .containsExactly("lab.net could not be started.");
    assertThat(installation.asked).containsExactly("list", "start 7", "list");
    assertThat(edt(controller::busy)).isFalse();
  }

  @Test
  void jarsThatAreDroppedTogetherAreInstalledOneAfterTheOther() throws Exception {
    act(() -> controller.install(List.of(Path.of("a.jar"), Path.of("b.jar"))));
    assertThat(installation.asked).containsSubsequence("install a.jar", "install b.jar", "list");
    assertThat(desk.notes).hasSize(1);
  }
}
