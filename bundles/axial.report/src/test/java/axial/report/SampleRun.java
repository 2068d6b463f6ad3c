package axial.report;

import axial.data.Image;
import axial.data.Labels;
import axial.data.LeftOut;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.Shape;
import axial.data.Shares;
import axial.data.Split;
import axial.eval.Evaluation;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.explain.Explanation;
import axial.explain.Localization;
import axial.explain.Regions;
import axial.explain.Stability;
import axial.job.Choice;
import axial.job.Seed;
import axial.model.Activation;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Network;
import axial.model.Optimizer;
import axial.run.ExplainedSample;
import axial.run.LeakCertificate;
import axial.run.MemoryPeaks;
import axial.run.NaiveAndClean;
import axial.run.PredictedBy;
import axial.run.Provenance;
import axial.run.RunRecord;
import axial.run.RunSpec;
import axial.train.Epoch;
import axial.train.Metrics;
import axial.train.TrainingPlan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A run made by hand: an even share of each class in each part, every fifth answer wrong. */
record SampleRun(
    Labels labels,
    LeakCertificate leaks,
    List<LeftOut> leftOut,
    List<Integer> epochs,
    String evaluation,
    List<String> failures) {

  static final Shape SHAPE = new Shape(60, 60, 1);
  static final Labels TWO = new Labels(List.of("no tumour", "tumour"), 1);

  static SampleRun clean() {
    return new SampleRun(
        TWO,
        new LeakCertificate(List.of(), List.of()),
        List.of(new LeftOut("notes.txt", "It is not an image.")),
        List.of(1, 2, 3, 4, 5, 6, 7, 8),
        "a report\n",
        List.of());
  }

  SampleRun labels(Labels other) {
    return new SampleRun(other, leaks, leftOut, epochs, evaluation, failures);
  }

  SampleRun leaking() {
    LeakCertificate found =
        new LeakCertificate(
            List.of("abc"),
            List.of("patient 1", "patient 2"),
            List.of(
                new LeakCertificate.Pair(
                    "tumour/<a>.png",
                    Split.Part.TRAIN,
                    "tumour/test-1.png",
                    Split.Part.TEST,
                    "mirrored",
                    Map.of("phash", 4.0))),
            "near",
            3,
            List.of("tumour/test-1.png", "tumour/test-3.png"),
            1,
            80);
    return new SampleRun(labels, found, leftOut, epochs, evaluation, failures);
  }

  SampleRun leftOut(List<LeftOut> other) {
    return new SampleRun(labels, leaks, other, epochs, evaluation, failures);
  }

  SampleRun epochs(int count) {
    List<Integer> numbers = IntStream.rangeClosed(1, count).boxed().toList();
    return new SampleRun(labels, leaks, leftOut, numbers, evaluation, failures);
  }

  SampleRun evaluation(String text) {
    return new SampleRun(labels, leaks, leftOut, epochs, text, failures);
  }

  SampleRun failures(List<String> other) {
    return new SampleRun(labels, leaks, leftOut, epochs, evaluation, other);
  }

  private List<Sample> samples(String part, int count) {
    List<Sample> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int label = i % labels.count();
      String source = labels.name(label) + "/" + part + "-" + i + ".png";
      list.add(new Sample(part + i, source, label, "patient " + part + i, Map.of()));
    }
    return list;
  }

  RunRecord record() {
    Split split = new Split(samples("train", 96), samples("validation", 24), samples("test", 80));
    List<Sample> all = new ArrayList<>(split.train());
    all.addAll(split.validation());
    all.addAll(split.test());
    Predictions predictions = predictions(split);
    return new RunRecord(
        "20300102-030405-final",
        Path.of("runs", "20300102-030405-final"),
        RunRecord.Status.DONE,
        Instant.parse("2030-01-02T03:04:05Z"),
        spec(),
        network(),
        Optional.of(
            new RunRecord.DataRecord(
                "Phantoms",
                labels,
                all,
                leftOut,
                List.of("2 files named .jpg are PNG."),
                List.of(List.of("a/1.png", "b/<i>.png")),
                List.of(all.get(0)),
                leaks,
                Optional.of(new Shares(0.5, 0.1, 0.4)))),
        Optional.of(split),
        epochs.stream().map(SampleRun::epoch).toList(),
        Math.min(3, epochs.size()),
        Optional.of(predictions),
        Optional.empty(),
        Optional.empty(),
        new PredictedBy(Map.of("onnx", 80L)),
        scores(predictions),
        List.of(new Evaluation("classification", evaluation, figures())),
        1,
        failures,
        Optional.of(
            new Provenance(
                List.of(
                    new Provenance.BundleUse(
                        "axial.zoo", "0.1.0", "ab".repeat(32), List.of("ModelFactory final"))),
                Map.of("jvm", "17", "processor", "x86-64, 2 cores"),
                "cd".repeat(32))),
        new MemoryPeaks(300L << 20, 2000L << 20, 0));
  }

  /** A run that leaks is scored again without every other test image. */
  private Optional<NaiveAndClean> scores(Predictions predictions) {
    if (leaks.clean()) {
      return Optional.empty();
    }
    List<Prediction> half =
        predictions.list().stream().filter(p -> predictions.list().indexOf(p) % 4 < 2).toList();
    return Optional.of(
        new NaiveAndClean(
            predictions.confusion(),
            Optional.of(new Predictions(labels, half).confusion()),
            Optional.empty()));
  }

  private static Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("balanced_accuracy", 0.8);
    figures.put("accuracy", 0.8);
    figures.put("accuracy_low", 0.7);
    figures.put("accuracy_high", 0.87);
    return figures;
  }

  private Predictions predictions(Split split) {
    List<Prediction> list = new ArrayList<>();
    for (int i = 0; i < split.test().size(); i++) {
      Sample sample = split.test().get(i);
      int called = i % 5 == 0 ? (sample.label() + 1) % labels.count() : sample.label();
      double sure = 0.6 + 0.38 * (i % 7) / 7;
      double[] p = new double[labels.count()];
      java.util.Arrays.fill(p, (1 - sure) / (p.length - 1));
      p[called] = sure;
      list.add(new Prediction(sample.id(), sample.source(), sample.label(), p));
    }
    return new Predictions(labels, list);
  }

  private static Epoch epoch(int number) {
    double fall = 0.7 / number;
    double rate = number < 5 ? 1e-3 : number < 7 ? 3e-4 : 9e-5;
    return new Epoch(
        number,
        new Metrics(96, fall, 1 - fall / 2, 1 - fall / 3),
        new Metrics(24, fall + 0.02 * number, 0.95 - fall / 2, 0.9 - fall / 3),
        rate,
        rate,
        1.5,
        new Epoch.Times(0.01, 1.4, 0.08, 0.01, 0));
  }

  private static RunSpec spec() {
    Choice none = new Choice("exact", Map.of());
    return new RunSpec(
        "phantom",
        new Choice("phantom", Map.of("patients", "40")),
        none,
        new Choice("stratified", Map.of()),
        List.of(new Choice("notebook", Map.of())),
        new Choice("final", Map.of("dropout", "true")),
        SHAPE,
        new Choice("dl4j", Map.of()),
        new TrainingPlan(8, 32, false, 0, List.of(new Choice("plateau-loss", Map.of()))),
        List.of(new Choice("classification", Map.of())),
        List.of(new Choice("lime", Map.of("num-samples", "1000"))),
        2,
        1,
        Split.Protocol.CLEAN,
        List.of(),
        0);
  }

  private static Network network() {
    return new Network(
        "final",
        SHAPE,
        List.of(new Layer.Flatten(), new Layer.Dense(1, Activation.SIGMOID)),
        new Optimizer.Sgd(1),
        Loss.BINARY_CROSS_ENTROPY);
  }

  /** A bright disc in a grey oval. */
  static Image image(Sample sample) {
    float[] values = new float[SHAPE.size()];
    int shift = Math.floorMod(sample.id().hashCode(), 9);
    for (int y = 0; y < 60; y++) {
      for (int x = 0; x < 60; x++) {
        boolean head = Math.hypot((y - 30) / 27.0, (x - 30) / 22.0) < 1;
        boolean disc = Math.hypot(y - 25, x - 25 - shift) < 6;
        values[y * 60 + x] = disc ? 0.9f : head ? 0.35f + 0.004f * y : 0.01f;
      }
    }
    return new Image(SHAPE, values);
  }

  /** The first test sample, explained by nine square regions, with a mask of twice the size. */
  ExplainedSample explained() {
    return explained("lime");
  }

  /** The same, as if another explainer had said it. */
  ExplainedSample explained(String explainer) {
    Sample sample = samples("test", 80).get(1);
    int[] numbers = new int[3600];
    byte[] mask = new byte[120 * 120];
    for (int y = 0; y < 60; y++) {
      for (int x = 0; x < 60; x++) {
        numbers[y * 60 + x] = y / 20 * 3 + x / 20;
      }
    }
    for (int y = 40; y < 62; y++) {
      java.util.Arrays.fill(mask, y * 120 + 44, y * 120 + 70, (byte) 255);
    }
    List<Explanation.Weight> weights = new ArrayList<>();
    int[] order = {4, 1, 3, 7, 0, 8, 2, 5, 6};
    for (int i = 0; i < order.length; i++) {
      weights.add(new Explanation.Weight(order[i], (i % 3 == 1 ? -1 : 1) * 0.3 / (i + 1)));
    }
    Map<String, Double> figures =
        new LinkedHashMap<>(new Stability(5, 0.6, 0.5, 1000, 950).figures());
    figures.put("r2", 0.91);
    Explanation explanation =
        new Explanation(
            explainer,
            1,
            0.87,
            new Regions(60, 60, numbers),
            weights,
            figures,
            List.of("The three strongest regions change from repeat to repeat."));
    boolean[] finding = new boolean[3600];
    for (int y = 20; y < 31; y++) {
      java.util.Arrays.fill(finding, y * 60 + 22, y * 60 + 35, true);
    }
    return new ExplainedSample(
        sample,
        image(sample),
        1,
        explanation,
        Map.of("num-samples", "1000"),
        Optional.of(new Pixels(120, 120, 1, mask)),
        Optional.of(Localization.of(explanation, finding, new Seed(1))),
        new PredictedBy(Map.of("onnx", 900L, "dl4j", 101L)));
  }
}
