package axial.workbench.model;

import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Dataset;
import axial.data.Labels;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.extension.Installation;
import axial.run.IsolatedRuns;
import axial.run.RunRequest;
import axial.view.Change;
import axial.view.Part;
import axial.view.WorkingData;
import axial.view.run.Training;
import axial.view.testing.TestDesk;
import axial.view.testing.TestInstallation;
import axial.view.testing.TestTraining;
import axial.view.testing.TestTrainings;
import java.awt.Component;
import java.awt.Container;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeTest {

  @TempDir Path workspace;

  private final TestTrainings trainings = new TestTrainings();
  private TestDesk desk;
  private final Zoo zoo = new Zoo();
  private final TestInstallation installation = new TestInstallation();
  private final ChosenModel chosen = new ChosenModel();
  private Part part;
  private final ExtensionSignal signal = new ExtensionSignal();

  @BeforeEach
  void begin() {
    desk = new TestDesk(workspace, trainings, Map.of());
  }

  @Test
  void withoutDataTheButtonSaysWhyItIsOff() throws Exception {
    Container view = open();
    assertThat(edt(() -> button(view, "recipe.train").isEnabled())).isFalse();
    assertThat(edt(() -> text(view, "recipe.reason").getText())).startsWith("No data is open.");
  }

  @Test
  void trainingAsksForTheModelOnTheDataWithWhatDiffersFromTheRecipe() throws Exception {
    Container view = open();
    edt(
        () -> {
          desk.data().set(Optional.of(data()));
          field(view, "setting.compact.filters").setText("32");
          field(view, "setting.train.epochs").setText("40"); // what the recipe says anyway
          field(view, "setting.run.seed").setText("7");
          button(view, "choose.run.schedules.plateau-loss").doClick();
          field(view, "setting.plateau-loss.warm-up").setText("3");
          button(view, "recipe.train").doClick();
          return 0;
        });
    assertThat(trainings.requests)
        .containsExactly(
            new RunRequest(
                "compact",
                "phantom",
                Map.of(
                    "phantom.patients", "24",
                    "compact.filters", "32",
                    "run.seed", "7",
                    "run.schedules", "cosine,plateau-loss",
                    "plateau-loss.warm-up", "3")));
    assertThat(desk.revealed).containsExactly("training.curves");
  }

  @Test
  void settingsOfWhatIsNotTickedAreNotAskedFor() throws Exception {
    Container view = open();
    edt(
        () -> {
          desk.data().set(Optional.of(data()));
          field(view, "setting.cosine.warm-up").setText("5");
          button(view, "choose.run.schedules.cosine").doClick();
          button(view, "recipe.train").doClick();
          return 0;
        });
    assertThat(trainings.requests.get(0).set())
        .containsEntry("run.schedules", "none")
        .doesNotContainKey("cosine.warm-up");
  }

  @Test
  void aWrongValueOrShapeKeepsTheTrainingFromBeginning() throws Exception {
    Container view = open();
    edt(
        () -> {
          desk.data().set(Optional.of(data()));
          field(view, "setting.run.input").setText("80x80x2");
          return 0;
        });
    assertThat(edt(() -> text(view, "recipe.reason").getText()))
        .isEqualTo(
            "Input: \"80x80x2\" cannot be used. Give height, width and 1 or 3 channels, such as"
                + " 150x150x3.");
    edt(
        () -> {
          field(view, "setting.run.input").setText("");
          field(view, "setting.train.batch").setText("many");
          return 0;
        });
    assertThat(edt(() -> text(view, "recipe.reason").getText())).startsWith("Batch: \"many\"");
    assertThat(edt(() -> button(view, "recipe.train").isEnabled())).isFalse();
  }

  @Test
  void theRecipeOfTheModelStandsAsDefault() throws Exception {
    Container view = open();
    assertThat(
            edt(
                () ->
                    field(view, "setting.train.epochs")
                        .getClientProperty("JTextField.placeholderText")))
        .isEqualTo("40");
    assertThat(edt(() -> button(view, "choose.run.schedules.cosine").isSelected())).isTrue();
    assertThat(edt(() -> text(view, "recipe.estimate").getText())).startsWith("Estimate: about ");
  }

  @Test
  void whatWasEnteredIsKeptWhenAnotherModelIsChosen() throws Exception {
    Container view = open();
    edt(
        () -> {
          field(view, "setting.train.epochs").setText("3");
          chosen.choose("small");
          return 0;
        });
    desk.settle();
    assertThat(edt(() -> field(view, "setting.train.epochs").getText())).isEqualTo("3");
    assertThat(edt(() -> find(view, "setting.small.filters"))).isPresent();
  }

  @Test
  void ticksTextsAndTheModelAreTakenBackOneAfterAnother() throws Exception {
    Container view = open();
    edt(
        () -> {
          desk.data().set(Optional.of(data()));
          field(view, "setting.train.epochs").setText("3");
          field(view, "setting.train.epochs").postActionEvent();
          button(view, "choose.run.schedules.plateau-loss").doClick();
          field(view, "setting.plateau-loss.warm-up").setText("4");
          field(view, "setting.plateau-loss.warm-up").postActionEvent();
          ((JComboBox<?>) find(view, "recipe.model").orElseThrow()).setSelectedItem("small");
          return 0;
        });
    desk.settle();
    assertThat(edt(() -> desk.changes.stream().map(Change::title).toList()))
        .containsExactly(
            "Set epochs to 3", "Tick plateau-loss", "Set warm up to 4", "Choose the model small");
    assertThat(edt(() -> box(view, "plateau-loss").isSelected())).isTrue();

    undo(3);
    assertThat(chosen.get()).isEqualTo("compact");
    assertThat(edt(() -> field(view, "setting.plateau-loss.warm-up").getText())).isEqualTo("4");
    undo(2);
    assertThat(edt(() -> field(view, "setting.plateau-loss.warm-up").getText())).isEmpty();
    undo(1);
    assertThat(edt(() -> box(view, "plateau-loss").isSelected())).isFalse();
    assertThat(edt(() -> field(view, "setting.train.epochs").getText())).isEqualTo("3");
    undo(0);
    assertThat(edt(() -> field(view, "setting.train.epochs").getText())).isEmpty();
    edt(
        () -> {
          desk.changes.get(0).redo().run();
          desk.changes.get(1).redo().run();
          return 0;
        });
    assertThat(edt(() -> box(view, "plateau-loss").isSelected())).isTrue();
    assertThat(edt(() -> field(view, "setting.train.epochs").getText())).isEqualTo("3");
  }

  private static AbstractButton box(Container view, String schedule) {
    return button(view, "choose.run.schedules." + schedule);
  }

  private void undo(int change) throws Exception {
    edt(
        () -> {
          desk.changes.get(change).undo().run();
          return 0;
        });
    desk.settle();
  }

  @Test
  void aModelThatLeavesIsNamedAndComesBack() throws Exception {
    Container view = open();
    Zoo.Net compact = (Zoo.Net) zoo.all.remove(0);
    signal.removeModel(Map.of());
    TestDesk.await(
        "the view says that the model is gone",
        () -> text(view, "recipe.reason").getText().contains("compact is not installed"));
    zoo.all.add(compact);
    signal.addModel(Map.of());
    TestDesk.await("the form is back", () -> find(view, "setting.compact.filters").isPresent());
  }

  @Test
  void theTimeOfAnEpochIsMeasuredOnceForThisMachine() throws Exception {
    Zoo.Clock clock = new Zoo.Clock();
    zoo.all.add(clock);
    Container view = open();
    show(100);
    awaitEstimate(view, "An epoch takes about 41 s on this machine.");
    assertThat(clock.measured).hasValue(1);
    close();
    Container again = open();
    edt(
        () -> {
          part.shown();
          return 0;
        });
    awaitEstimate(again, "An epoch takes about 41 s on this machine.");
    assertThat(clock.measured).hasValue(1);
    close();
  }

  @Test
  void nothingIsMeasuredWhileATrainingRuns() throws Exception {
    Zoo.Clock clock = new Zoo.Clock();
    zoo.all.add(clock);
    TestTraining training =
        new TestTraining("other", Training.State.RUNNING, Optional.empty(), Optional.empty());
    edt(
        () -> {
          trainings.put(training);
          return 0;
        });
    Container view = open();
    show(100);
    awaitEstimate(view, "The time of an epoch is measured when no training runs.");
    desk.settle();
    assertThat(clock.measured).hasValue(0);
    edt(
        () -> {
          training.become(Training.State.DONE);
          return 0;
        });
    awaitEstimate(view, "An epoch takes about 41 s on this machine.");
    close();
    assertThat(training.watchers()).isZero();
  }

  private void show(int images) throws Exception {
    List<Sample> samples =
        IntStream.range(0, images)
            .mapToObj(i -> new Sample("id" + i, i + ".png", i % 2, "p" + i, Map.of()))
            .toList();
    edt(
        () -> {
          desk.data().set(Optional.of(data(samples)));
          part.shown();
          return 0;
        });
  }

  private void close() throws Exception {
    edt(
        () -> {
          part.close();
          return 0;
        });
  }

  @Test
  void aTrainingCanHaveAProcessOfItsOwnWithLimits() throws Exception {
    Container view = open();
    edt(
        () -> {
          desk.data().set(Optional.of(data()));
          assertThat(find(view, "setting.isolated.minutes").orElseThrow().getParent().isVisible())
              .isFalse();
          button(view, "recipe.isolated").doClick();
          field(view, "setting.isolated.megabytes").setText("100");
          return true;
        });
    desk.settle();
    assertThat(edt(() -> button(view, "recipe.train").isEnabled())).isFalse();
    assertThat(edt(() -> text(view, "recipe.reason").getText())).contains("100");
    edt(
        () -> {
          field(view, "setting.isolated.megabytes").setText("512");
          field(view, "setting.isolated.minutes").setText("5");
          button(view, "recipe.train").doClick();
          return true;
        });
    assertThat(trainings.limits)
        .containsExactly(new IsolatedRuns.Limits(512L << 20, Duration.ofMinutes(5)));
    assertThat(trainings.requests).hasSize(1);
  }

  @Test
  void theModelOfAnIsolatedExtensionIsNamedAndHasNoOtherWay() throws Exception {
    installation.put(
        TestInstallation.bundle("lab.labnet", "1.0.0", "http://lab.example/"),
        Installation.State.ISOLATED);
    Container view = open();
    edt(
        () -> {
          desk.data().set(Optional.of(data()));
          JComboBox<?> models = (JComboBox<?>) find(view, "recipe.model").orElseThrow();
          assertThat(models.isEditable()).isTrue();
          models.setSelectedItem("lab-net");
          return true;
        });
    desk.settle();
    assertThat(edt(() -> text(view, "recipe.elsewhere").getText())).contains("lab.labnet");
    assertThat(edt(() -> button(view, "recipe.isolated").isSelected())).isTrue();
    assertThat(edt(() -> button(view, "recipe.isolated").isEnabled())).isFalse();
    edt(
        () -> {
          button(view, "recipe.train").doClick();
          return true;
        });
    assertThat(trainings.requests).extracting(RunRequest::model).containsExactly("lab-net");
    assertThat(trainings.limits)
        .containsExactly(new IsolatedRuns.Limits(2L << 30, Duration.ofHours(1)));
  }

  private static void awaitEstimate(Container view, String words) throws Exception {
    TestDesk.await(
        "it says: " + words, () -> text(view, "recipe.estimate").getText().contains(words));
  }

  private Container open() throws Exception {
    part = edt(() -> new RecipeView(zoo, installation, signal, chosen, new StepTimes()).open(desk));
    desk.settle();
    return part.component();
  }

  static WorkingData data() {
    return data(List.of());
  }

  private static WorkingData data(List<Sample> samples) {
    return new WorkingData(
        "phantom",
        Map.of("phantom.patients", "24"),
        new Dataset(
            "phantoms",
            "phantom",
            new Labels(List.of("no tumour", "tumour"), 1),
            samples,
            List.of(),
            List.of(),
            new NoPixels()));
  }

  private static final class NoPixels implements PixelReader {
    @Override
    public Pixels read(Sample sample) {
      throw new UnsupportedOperationException("These tests read no pixels");
    }

    @Override
    public Optional<Pixels> mask(Sample sample) {
      return Optional.empty();
    }
  }

  private static JTextField field(Container in, String name) {
    return (JTextField) find(in, name).orElseThrow();
  }

  private static JTextArea text(Container in, String name) {
    return (JTextArea) find(in, name).orElseThrow();
  }

  private static AbstractButton button(Container in, String name) {
    return (AbstractButton) find(in, name).orElseThrow();
  }

  static Optional<Component> find(Container in, String name) {
    for (Component child : in.getComponents()) {
      if (name.equals(child.getName())) {
        return Optional.of(child);
      }
      if (child instanceof Container container) {
        Optional<Component> found = find(container, name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
