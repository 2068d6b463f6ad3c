package axial.workbench.explanation;

import axial.data.Labels;
import axial.data.Sample;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.run.RunRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A test image with what the network said of it.
 *
 * @param sample the image
 * @param labels the classes
 * @param truth its true class
 * @param decided the class that the network decided for
 * @param probability of the class that was decided for, in [0, 1]
 */
record RunCase(Sample sample, Labels labels, int truth, int decided, double probability) {

  /** Whether the network was right. */
  boolean right() {
    return truth == decided;
  }

  /** In words, such as {@code "no tumour", labelled "tumour", probability 0.93}. */
  String words() {
    String verdict =
        right()
            ? "\"" + labels.name(decided) + "\", rightly"
            : "\"%s\", labelled \"%s\"".formatted(labels.name(decided), labels.name(truth));
    return String.format(Locale.ROOT, "%s, probability %.2f", verdict, probability);
  }

  /**
   * The test images of an evaluated run: the wrong ones first, of those the ones in which it was
   * most sure.
   */
  static List<RunCase> of(RunRecord record) {
    if (record.predictions().isEmpty() || record.data().isEmpty()) {
      return List.of();
    }
    Predictions predictions = record.predictions().get();
    Map<String, Sample> bySource = new HashMap<>();
    record.data().get().samples().forEach(sample -> bySource.put(sample.source(), sample));
    List<RunCase> cases = new ArrayList<>();
    for (Prediction prediction : predictions.list()) {
      Sample sample = bySource.get(prediction.source());
      if (sample != null) {
        int decided = predictions.decided(prediction);
        cases.add(
            new RunCase(
                sample,
                predictions.labels(),
                prediction.truth(),
                decided,
                prediction.probabilities()[decided]));
      }
    }
    cases.sort(
        Comparator.comparing(RunCase::right)
            .thenComparing(Comparator.comparingDouble(RunCase::probability).reversed()));
    return List.copyOf(cases);
  }
}
