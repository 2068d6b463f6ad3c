package axial.workbench.bundles;

import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import axial.extension.Installation.State;
import axial.view.testing.TestCatalogs;
import axial.view.testing.TestDesk;
import axial.view.testing.TestInstallation;
import axial.view.testing.TestTrainings;
import axial.workbench.bundles.BundleInfo.Lifecycle;
import axial.workbench.bundles.change.Changes;
import axial.workbench.bundles.change.Question;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundlesControllerTest {

  private static final String CATALOG = "http://lab.example/catalog/";

  @TempDir Path workspace;

  private final FakeBundles bundles = new FakeBundles();
  private final TestInstallation installation = new TestInstallation();
  private final TestCatalogs catalogs = new TestCatalogs();
  private final FakeScreen screen = new FakeScreen();
  private final ChosenBundle chosen = new ChosenBundle();
  private TestDesk desk;
  private BundlesController controller;

  /** Answers questions as it is told and remembers them. */
  private static final class FakeScreen implements BundlesScreen {
    private final List<Question> questions = new ArrayList<>();
    private List<BundleRow> rows = List.of();
    private boolean answer = true;
    private boolean busy;

    @Override
    public void show(List<BundleRow> shown, int all, Optional<BundleRow> marked) {
      rows = shown;
    }

    @Override
    public void busy(boolean changing) {
      busy = changing;
    }

    @Override
    public boolean agreed(Question question) {
      questions.add(question);
      return answer;
    }

    @Override
    public void changed() {}

    @Override
    public Optional<Path> askForJar(String title) {
      return Optional.of(Path.of("new.jar"));
    }

    private List<String> names() {
      return rows.stream().map(row -> row.bundle().symbolicName()).toList();
    }
  }

  @BeforeEach
  void open() throws Exception {
    bundles.bundles =
        List.of(
            Examples.API,
            Examples.ZOO,
            Examples.LIME_VIEW,
            Examples.BROKEN,
            Examples.INCOMPLETE,
            Examples.locked(9, "1.0.0", Lifecycle.STARTED, "training of lab-net"));
    installation.put(
        TestInstallation.bundle("lab.labnet", "1.0.0", CATALOG),
        State.ACTIVE,
        "training of lab-net");
    desk = new TestDesk(workspace, new TestTrainings(), Map.of());
    act(
        () ->
            controller =
                new BundlesController(
                    desk,
                    bundles,
                    installation,
                    new Changes(desk, installation, catalogs, screen),
                    chosen,
                    screen));
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
  void whatFailedComesFirstWithItsReasonThenWhatTheLabHasInstalled() {
    assertThat(screen.names())
        .containsExactly(
            "lab.quick-net",
            "lab.heat",
            "lab.labnet",
            "axial.api",
            "axial.workbench.explanation",
            "axial.zoo");
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
  void aBuiltInBundleCanBeStoppedAndNotRemoved() throws Exception {
    choose("axial.zoo");
    act(controller::remove);
    act(controller::update);
    act(controller::stop);
    assertThat(bundles.asked).contains("stop 2");
    assertThat(installation.asked).isEmpty();
    assertThat(screen.questions).isEmpty();
  }

  @Test
  void whatIsInUseIsNotStopped() throws Exception {
    choose("lab.labnet");
    act(controller::stop);
    assertThat(bundles.asked).containsOnly("list");
  }

  @Test
  void aViewOfTheWindowIsStoppedOnlyAfterAQuestionThatNamesIt() throws Exception {
    choose("axial.workbench.explanation");
    act(controller::stop);
    assertThat(screen.questions.get(0).text()).contains("Explanation, Queue");
    assertThat(bundles.asked).contains("stop 3");
  }

  @Test
  void anUpdateInUseSaysOnWhichVersionTheTrainingEnds() throws Exception {
    installation.offers.put("lab.labnet", TestInstallation.bundle("lab.labnet", "1.1.0", CATALOG));
    choose("lab.labnet");
    act(controller::update);
    assertThat(catalogs.asked).containsExactly("refresh");
    assertThat(screen.questions)
        .extracting(Question::title, Question::verb)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "Update lab.labnet from 1.0.0 to 1.1.0?", "Update"));
    assertThat(desk.notes)
        .containsExactly(
            "Installed lab.labnet 1.1.0. The training of lab-net ends on 1.0.0; the next uses"
                + " 1.1.0.");
  }

  @Test
  void anExtensionOfAFileIsUpdatedFromAFile() throws Exception {
    BundleInfo own =
        BundleInfo.absent(
            new axial.extension.Installation.Installed(
                TestInstallation.bundle("lab.own", "1.0.0", ""), State.ACTIVE, "", List.of()));
    bundles.bundles = List.of(own);
    installation.put(TestInstallation.bundle("lab.own", "1.0.0", ""), State.ACTIVE);
    act(controller::read);
    choose("lab.own");
    act(controller::update);
    assertThat(installation.asked).contains("plan new.jar");
  }

  @Test
  void aRemovalInUseAsksAndThenWaitsUntilTheTrainingHasEnded() throws Exception {
    choose("lab.labnet");
    edt(
        () -> {
          controller.remove();
          return true;
        });
    TestDesk.await("it waits", () -> installation.asked.contains("wait"));
    assertThat(edt(() -> List.copyOf(screen.questions)))
        .extracting(Question::text)
        .containsExactly("Remove lab.labnet 1.0.0?\n\nThe training of lab-net uses it.");
    assertThat(screen.questions.get(0).verb()).isEqualTo("Remove when it ends");
    assertThat(edt(() -> screen.busy)).as("other changes can be made meanwhile").isFalse();
    installation.free.countDown();
    desk.settle();
    assertThat(edt(() -> List.copyOf(desk.notes)))
        .containsExactly(
            "lab.labnet 1.0.0 goes as soon as it is free. The training of lab-net uses it.",
            "lab.labnet 1.0.0 is removed.");
  }

  @Test
  void whoDoesNotAgreeChangesNothing() throws Exception {
    screen.answer = false;
    installation.offers.put("a.jar", TestInstallation.bundle("lab.a", "1.0.0", ""));
    choose("lab.labnet");
    act(controller::remove);
    act(() -> controller.install(List.of(Path.of("a.jar"))));
    assertThat(installation.asked).containsExactly("plan lab.labnet", "plan a.jar");
  }

  @Test
  void theJarOfALooseBundleIsDeletedAfterAQuestion() throws Exception {
    choose("lab.heat");
    act(controller::remove);
    assertThat(screen.questions.get(0).text()).contains("/lab/plugins/heat.jar");
    assertThat(bundles.asked).contains("unplug 8");
  }

  @Test
  void theApiStaysAndItIsSaidWhy() throws Exception {
    choose("axial.api");
    act(controller::remove);
    act(controller::stop);
    assertThat(bundles.asked).containsOnly("list");
    assertThat(chosen.get().orElseThrow().guard().orElseThrow()).contains("language");
  }

  @Test
  void aRefusalIsToldAndOtherChangesCanBeMade() throws Exception {
    installation.refusals.put("a.jar", "lab.a 1.0.0 needs axial.model 1.4, this is 1.3.");
    act(() -> controller.install(List.of(Path.of("a.jar"), Path.of("b.jar"))));
    assertThat(desk.problems)
        .extracting(problem -> problem.summary())
        .containsExactly("lab.a 1.0.0 needs axial.model 1.4, this is 1.3.");
    assertThat(installation.asked).containsSubsequence("plan a.jar", "plan b.jar");
    assertThat(edt(() -> screen.busy)).isFalse();
  }

  @Test
  void lockFilesAreWrittenAndRestored() throws Exception {
    act(() -> controller.writeLock(workspace.resolve("paper.lock")));
    assertThat(installation.asked).containsExactly("write paper.lock");
    assertThat(desk.notes)
        .containsExactly("The extensions of this workspace are written to paper.lock.");
    installation.offers.put("paper.lock", TestInstallation.bundle("lab.old", "1.0.0", CATALOG));
    act(() -> controller.restoreLock(workspace.resolve("paper.lock")));
    assertThat(screen.questions.get(0).title())
        .isEqualTo("Restore the extensions of the lock file?");
    assertThat(installation.asked).contains("apply paper.lock");
  }
}
