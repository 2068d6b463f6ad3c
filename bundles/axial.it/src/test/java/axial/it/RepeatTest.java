package axial.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Augmenter;
import axial.data.Curation;
import axial.data.Curations;
import axial.data.Sample;
import axial.eval.Evaluator;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.model.ModelFactory;
import axial.run.Preparations;
import axial.run.RepeatRequest;
import axial.run.Repetition;
import axial.run.RunEvent;
import axial.run.RunListener;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.Runs;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** A run is made again from its record, with the bundles and the data that there are then. */
class RepeatTest {

  @TempDir static Path temp;

  private static Axial axial;
  private static SmallRuns small;
  private static Runs runs;

  @BeforeAll
  static void start() throws Exception {
    axial = Axial.start(temp);
    runs = axial.service(Runs.class);
    small = new SmallRuns(runs, temp);
  }

  @AfterAll
  static void stop() throws Exception {
    axial.close();
  }

  private static Repetition repeat(RunRecord run, boolean anyway, RunListener listener)
      throws Exception {
    return runs.repeat(
        new RepeatRequest(
            run.folder(),
            Optional.of(Files.createTempDirectory(temp, "again").resolve("it")),
            Optional.empty(),
            anyway),
        listener,
        Progress.none());
  }

  private static Path model(String version, int units) throws Exception {
    return LabBundle.build(
        temp,
        "Repeated",
        version,
        ModelFactory.class,
        LabBundle.imports(),
        LabBundle.named("repeated")
            + """
            public Network network(Shape input, int classes, Settings settings) {
              return new Network("repeated", input, List.of(new Layer.Flatten(),
                  new Layer.Dense(%d, Activation.RELU), new Layer.Dense(1, Activation.SIGMOID)),
                  Optimizer.Adam.keras(), Loss.BINARY_CROSS_ENTROPY);
            }
            """
                .formatted(units));
  }

  @Test
  void aTrainingThatTheUserEndedIsRepeatedToTheSameEpoch() throws Exception {
    AtomicInteger epochs = new AtomicInteger();
    RunListener counting =
        event -> {
          if (event instanceof RunEvent.EpochDone) {
            epochs.incrementAndGet();
          }
        };
    RunRecord run =
        small.train("compact", counting, new Ended(epochs, 2), Map.of("train.epochs", "9"));
    assertThat(run.status()).isEqualTo(RunRecord.Status.DONE);
    assertThat(run.epochs()).hasSize(2);
    assertThat(run.endedByUser()).isTrue();
    assertThat(run.predictions()).isPresent();
    assertThat(Files.readString(run.folder().resolve("report.html")))
        .contains("2 epochs, then the user ended the training");
    Repetition equal = repeat(run, false, SmallRuns.DEAF);
    assertThat(equal.text()).isEqualTo("Bit-equal: every result is the same.");
    assertThat(equal.repeated().endedByUser()).isTrue();
    assertThat(equal.repeated().epochs()).hasSize(2);
  }

  @Test
  void aRunKeepsTheEditsThatItWasMadeWith() throws Exception {
    Preparations preparations = axial.service(Preparations.class);
    Curations curations = axial.service(Curations.class);
    Map<String, String> small24 = Map.of("phantom.patients", "24", "phantom.slices", "1");
    List<Sample> samples =
        preparations.open(new RunRequest("compact", "phantom", small24), Progress.none()).samples();
    Path file = temp.resolve("my edits.csv");
    Curation first = Curation.none().withExcluded(samples.get(0), "blurred");
    curations.write(file, first);
    RunRecord run =
        small.train("compact", SmallRuns.DEAF, Map.of("phantom.edits", file.toString()));
    assertThat(run.data().orElseThrow().samples()).doesNotContain(samples.get(0));
    assertThat(run.folder().resolve("edits.csv")).hasSameBinaryContentAs(file);
    curations.write(file, first.withExcluded(samples.get(1), "dark"));
    runs.evaluate(run.folder(), SmallRuns.DEAF, Progress.none());
    Files.delete(file);
    Repetition equal = repeat(run, false, SmallRuns.DEAF);
    assertThat(equal.text()).isEqualTo("Bit-equal: every result is the same.");
    assertThat(equal.repeated().folder().resolve("edits.csv")).exists();
  }

  /** Wants the training to end once so many epochs are done. */
  private record Ended(AtomicInteger epochs, int wanted) implements Progress {
    @Override
    public void at(String task, long done, long total) {}

    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public boolean finishNow() {
      return epochs.get() >= wanted;
    }
  }

  @Test
  void aRunIsRepeatedBitByBitAndASwappedModelBundleIsNamed() throws Exception {
    Bundle bundle = axial.install(model("1.0.0", 3));
    RunRecord run =
        small.train(
            "repeated", SmallRuns.DEAF, Map.of("run.explainers", "lime", "lime.num-samples", "50"));
    Repetition equal = repeat(run, false, SmallRuns.DEAF);
    assertThat(equal.text()).isEqualTo("Bit-equal: every result is the same.");
    assertThat(equal.results()).extracting(Repetition.Result::what).contains("explanations");
    assertThat(equal.repeated().folder().resolve("repetition.json"))
        .content()
        .contains("\"equal\" : true");

    HotPlugTest.update(bundle, model("2.0.0", 5));
    Repetition swapped = repeat(run, false, SmallRuns.DEAF);
    assertThat(swapped.ingredients())
        .containsExactly(
            new Repetition.Ingredient(Repetition.Kind.BUNDLE, "lab.repeated", "1.0.0", "2.0.0"));
    assertThat(swapped.repeated().network()).isEqualTo(run.network());
    assertThat(swapped.equal()).isTrue();
    bundle.uninstall();
    assertThat(repeat(run, false, SmallRuns.DEAF).ingredients())
        .containsExactly(
            new Repetition.Ingredient(Repetition.Kind.BUNDLE, "lab.repeated", "1.0.0", "none"));
  }

  private static Path augmenter(String version, double factor) throws Exception {
    return LabBundle.build(
        temp,
        "Dimmer",
        version,
        Augmenter.class,
        LabBundle.imports(),
        LabBundle.named("dimmer")
            + """
            public Image augment(Image image, Settings settings, Seed seed) {
              float[] values = image.values().clone();
              for (int i = 0; i < values.length; i++) {
                values[i] *= %sf;
              }
              return new Image(image.shape(), values);
            }
            """
                .formatted(factor));
  }

  @Test
  void anAugmenterThatDoesSomethingElsePartsTheResultsInTheTraining() throws Exception {
    Bundle bundle = axial.install(augmenter("1.0.0", 0.5));
    RunRecord run = small.train("fsm", SmallRuns.DEAF, Map.of("run.augmenters", "dimmer"));
    HotPlugTest.update(bundle, augmenter("1.1.0", 0.75));
    Repetition parted = repeat(run, false, SmallRuns.DEAF);
    assertThat(parted.text())
        .isEqualTo(
            "Not bit-equal: the results first part at the stage train, epochs. What differs:"
                + " bundle.");
    bundle.uninstall();
    assertThatThrownBy(() -> repeat(run, true, SmallRuns.DEAF))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.EXTENSION))
        .hasMessageContaining("missing is the augmenter \"dimmer\" of bundle lab.dimmer 1.0.0");
  }

  @Test
  void aMissingEvaluatorIsToldBeforeAnyWorkAndMayBeLeftOut() throws Exception {
    Bundle bundle =
        axial.install(
            LabBundle.build(
                temp,
                "Opinion",
                "1.0.0",
                Evaluator.class,
                LabBundle.imports(),
                LabBundle.named("opinion")
                    + """
                    public Evaluation evaluate(EvaluationData d, Settings settings, Seed seed) {
                      return new Evaluation(id(), "", Map.of("answer", 1.0));
                    }
                    """));
    RunRecord run = small.train("fsm", SmallRuns.DEAF, Map.of());
    bundle.uninstall();
    List<RunEvent> told = new ArrayList<>();
    assertThatThrownBy(() -> repeat(run, false, told::add))
        .hasMessageContaining("the evaluator \"opinion\" of bundle lab.opinion 1.0.0")
        .hasMessageContaining("--anyway");
    assertThat(told).isEmpty();
    Repetition without = repeat(run, true, SmallRuns.DEAF);
    assertThat(without.ingredients())
        .contains(
            new Repetition.Ingredient(Repetition.Kind.EXTENSION, "opinion", "used", "missing"));
    assertThat(without.firstDifference().orElseThrow().what()).isEqualTo("evaluation.json");
  }

  private static void draw(Path scans, String name, int brightness) throws Exception {
    Path file = scans.resolve(name);
    Files.createDirectories(file.getParent());
    BufferedImage picture = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 256; i++) {
      picture.getRaster().setSample(i % 16, i / 16, 0, (i * (brightness + 7) + brightness) % 256);
    }
    ImageIO.write(picture, "png", file.toFile());
  }

  @Test
  void aChangedImageIsToldBeforeTheTrainingAndTheRunMayGoOn() throws Exception {
    Path scans = temp.resolve("scans");
    for (int i = 0; i < 24; i++) {
      draw(scans, (i % 2 == 0 ? "no/" : "yes/") + i + ".png", 3 * i);
    }
    Map<String, String> set =
        Map.of(
            "run.input", "16x16x1",
            "run.explainers", "none",
            "train.epochs", "1");
    RunRecord run =
        runs.run(
            runs.specify(new RunRequest("fsm", scans.toString(), set)),
            Optional.of(temp.resolve("on-scans")),
            SmallRuns.DEAF,
            Progress.none());
    draw(scans, "no/0.png", 200);
    Files.delete(scans.resolve("yes/1.png"));
    List<RunEvent> told = new ArrayList<>();
    assertThatThrownBy(() -> repeat(run, false, told::add))
        .hasMessageContaining("1 image missing (yes/1.png), 1 image changed (no/0.png)")
        .hasMessageContaining("--anyway");
    assertThat(told).noneMatch(RunEvent.EpochDone.class::isInstance);
    Repetition changed = repeat(run, true, SmallRuns.DEAF);
    assertThat(changed.ingredients())
        .singleElement()
        .satisfies(i -> assertThat(i.kind()).isEqualTo(Repetition.Kind.DATA));
    assertThat(changed.firstDifference().orElseThrow().what()).isEqualTo("data manifest");
  }

  @Test
  void aRunThatIsNotFinishedCannotBeRepeated() throws Exception {
    RunRecord run = small.train("fsm", SmallRuns.DEAF, Map.of());
    Path status = run.folder().resolve("status.json");
    Files.writeString(status, Files.readString(status).replace("DONE", "STOPPED"));
    assertThatThrownBy(() -> repeat(run, true, SmallRuns.DEAF))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("is not finished");
  }
}
