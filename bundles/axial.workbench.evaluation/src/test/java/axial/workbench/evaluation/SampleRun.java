package axial.workbench.evaluation;

import axial.data.Image;
import axial.data.Labels;
import axial.data.Sample;
import axial.data.Shape;
import axial.data.Split;
import axial.eval.Evaluation;
import axial.eval.EvaluationData;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.eval.Threshold;
import axial.eval.classification.ClassificationEvaluator;
import axial.job.Choice;
import axial.job.Seed;
import axial.job.Settings;
import axial.model.Activation;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Network;
import axial.model.Optimizer;
import axial.run.LeakCertificate;
import axial.run.MemoryPeaks;
import axial.run.PredictedBy;
import axial.run.RunRecord;
import axial.run.RunSpec;
import axial.train.TrainingPlan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A run made by hand: what a network of some skill says of drawn images, judged by the evaluator.
 *
 * @param skill how far the classes are apart in its eyes
 */
record SampleRun(String id, Labels labels, double skill, boolean leaky, boolean evaluated) {

  static final Labels TWO = new Labels(List.of("no tumour", "tumour"), 1);
  static final Labels FOUR = new Labels(List.of("none", "glioma", "meningioma", "pituitary"), 1);
  static final Shape SHAPE = new Shape(48, 48, 1);

  static SampleRun two(String id) {
    return new SampleRun(id, TWO, 2.2, false, true);
  }

  Path folder() {
    return Path.of("runs", id).toAbsolutePath();
  }

  SampleRun leaking() {
    return new SampleRun(id, labels, skill, true, evaluated);
  }

  SampleRun of(Labels other) {
    return new SampleRun(id, other, skill, leaky, evaluated);
  }

  SampleRun skilled(double other) {
    return new SampleRun(id, labels, other, leaky, evaluated);
  }

  SampleRun unfinished() {
    return new SampleRun(id, labels, skill, leaky, false);
  }

  private List<Sample> samples(String part, int count) {
    List<Sample> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int label = i % labels.count();
      String source = labels.name(label) + "/" + part + "-" + i + ".png";
      Map<String, String> attributes =
          Map.of(
              "plane",
              List.of("axial", "coronal", "sagittal").get(i % 3),
              "weighting",
              i % 5 < 2 ? "T1" : "T2");
      list.add(new Sample(part + i, source, label, "patient " + part + i, attributes));
    }
    return list;
  }

  private Predictions predictions(List<Sample> samples, double threshold) {
    Random random = new Random(7 + Double.doubleToLongBits(skill));
    List<Prediction> list = new ArrayList<>();
    for (Sample sample : samples) {
      double[] p = new double[labels.count()];
      double sum = 0;
      for (int c = 0; c < p.length; c++) {
        p[c] = Math.exp(1.4 * random.nextGaussian() + (c == sample.label() ? skill : 0));
        sum += p[c];
      }
      for (int c = 0; c < p.length; c++) {
        p[c] /= sum;
      }
      list.add(new Prediction(sample.id(), sample.source(), sample.label(), p));
    }
    return new Predictions(labels, list, threshold);
  }

  /** Predictions of a network that calls everything by the first class. */
  static Predictions unsure(RunRecord run, List<String> sources) {
    Labels labels = run.data().orElseThrow().labels();
    double[] first = new double[labels.count()];
    first[0] = 1;
    return new Predictions(
        labels,
        run.data().orElseThrow().samples().stream()
            .filter(sample -> sources.contains(sample.source()))
            .map(sample -> new Prediction(sample.id(), sample.source(), sample.label(), first))
            .toList());
  }

  RunRecord record() {
    Split split = new Split(samples("train", 240), samples("validation", 90), samples("test", 120));
    List<Sample> all = new ArrayList<>(split.train());
    all.addAll(split.validation());
    all.addAll(split.test());
    double at = labels.count() == 2 ? 0.35 : 0.5;
    Predictions test = predictions(split.test(), at);
    Predictions validation = predictions(split.validation(), at);
    LeakCertificate leaks =
        leaky
            ? new LeakCertificate(
                List.of("abc"),
                List.of(),
                List.of(),
                "near",
                3,
                List.of("tumour/test-1.png"),
                1,
                120)
            : new LeakCertificate(List.of(), List.of());
    Optional<Threshold> frozen =
        labels.count() == 2 ? Optional.of(new Threshold(0.35, 0.9, 41, 45)) : Optional.empty();
    return new RunRecord(
        id,
        folder(),
        evaluated ? RunRecord.Status.DONE : RunRecord.Status.RUNNING,
        Instant.parse("2030-01-02T03:04:05Z"),
        spec(),
        new Network(
            "compact",
            SHAPE,
            List.of(new Layer.Flatten(), new Layer.Dense(1, Activation.SIGMOID)),
            new Optimizer.Sgd(1),
            Loss.BINARY_CROSS_ENTROPY),
        Optional.of(
            new RunRecord.DataRecord(
                "Phantoms", labels, all, List.of(), List.of(), List.of(), List.of(), leaks)),
        Optional.of(split),
        List.of(),
        0,
        evaluated ? Optional.of(test) : Optional.empty(),
        evaluated ? Optional.of(validation) : Optional.empty(),
        frozen,
        new PredictedBy(Map.of("onnx", 120L)),
        Optional.empty(),
        evaluated ? List.of(evaluation(test, validation, all)) : List.of(),
        0,
        List.of(),
        Optional.empty(),
        MemoryPeaks.UNKNOWN);
  }

  private static Evaluation evaluation(
      Predictions test, Predictions validation, List<Sample> samples) {
    return new ClassificationEvaluator()
        .evaluate(
            new EvaluationData(
                test,
                Optional.of(validation),
                Optional.empty(),
                samples.stream().collect(Collectors.toMap(Sample::source, Function.identity()))),
            Settings.defaults("classification", List.of()),
            new Seed(1));
  }

  private RunSpec spec() {
    return new RunSpec(
        "phantom",
        new Choice("drawn", Map.of()),
        new Choice("exact", Map.of()),
        new Choice("stratified", Map.of()),
        List.of(),
        new Choice("compact", Map.of()),
        SHAPE,
        new Choice("dl4j", Map.of()),
        new TrainingPlan(8, 32, false, 0, List.of()),
        List.of(new Choice("classification", Map.of())),
        List.of(),
        2,
        1,
        Split.Protocol.CLEAN,
        List.of(),
        0);
  }

  /** A bright disc in a grey oval. */
  static Image image(Sample sample) {
    float[] values = new float[SHAPE.size()];
    int shift = Math.floorMod(sample.id().hashCode(), 9);
    for (int y = 0; y < SHAPE.height(); y++) {
      for (int x = 0; x < SHAPE.width(); x++) {
        boolean head = Math.hypot((y - 24) / 21.0, (x - 24) / 17.0) < 1;
        boolean disc = sample.label() > 0 && Math.hypot(y - 20, x - 19 - shift) < 5;
        values[y * SHAPE.width() + x] = disc ? 0.9f : head ? 0.35f + 0.004f * y : 0.01f;
      }
    }
    return new Image(SHAPE, values);
  }
}
