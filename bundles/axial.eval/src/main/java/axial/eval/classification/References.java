package axial.eval.classification;

import axial.data.Labels;
import axial.eval.ConfusionMatrix;
import axial.eval.Estimate;
import axial.eval.EvaluationData;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.eval.statistics.GroupBootstrap;
import axial.eval.statistics.WeightedRates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The result beside that of answers that need no learning. */
final class References {

  private static final String MEMORISER = "a nearest neighbour that learned nothing";

  private final Predictions test;
  private final ConfusionMatrix matrix;
  private final Estimate own;

  References(Predictions test, ConfusionMatrix matrix) {
    this.test = test;
    this.matrix = matrix;
    this.own = Estimate.balancedAccuracy(matrix);
  }

  void add(Findings findings, EvaluationData data, GroupBootstrap bootstrap) {
    ConfusionMatrix constant = constant();
    findings.note(
        String.format(
            Locale.ROOT,
            "The network has a balanced accuracy of %s, a constant answer %.3f%s.",
            own.text(),
            constant.balancedAccuracy(),
            own.low() > constant.balancedAccuracy()
                ? ""
                : ": it is not shown to be better than a constant answer"));
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("this network", matrix));
    Optional<Predictions> memoriser = data.memoriser().flatMap(this::inOrder);
    memoriser.ifPresent(
        recalled -> {
          rows.add(row(MEMORISER, recalled.confusion()));
          findings.note(comparison(recalled, bootstrap));
        });
    rows.add(row("always \"" + mostFrequent() + "\"", constant));
    findings.table(
        "references",
        "Beside answers that need no learning",
        List.of("who answers", "balanced accuracy", "recall", "specificity"),
        rows);
  }

  private String mostFrequent() {
    return matrix.labels().name(mostFrequentLabel());
  }

  private int mostFrequentLabel() {
    int best = 0;
    for (int c = 1; c < matrix.labels().count(); c++) {
      best = matrix.support(c) > matrix.support(best) ? c : best;
    }
    return best;
  }

  private ConfusionMatrix constant() {
    Labels labels = matrix.labels();
    int[][] counts = new int[labels.count()][labels.count()];
    for (int c = 0; c < labels.count(); c++) {
      counts[c][mostFrequentLabel()] = matrix.support(c);
    }
    return new ConfusionMatrix(labels, counts);
  }

  /** What the memoriser says of the same images in the same order, if it says something of all. */
  private Optional<Predictions> inOrder(Predictions memoriser) {
    Map<String, Prediction> bySource = new HashMap<>();
    memoriser.list().forEach(p -> bySource.put(p.source(), p));
    List<Prediction> ordered =
        test.list().stream()
            .flatMap(p -> Optional.ofNullable(bySource.get(p.source())).stream())
            .toList();
    return ordered.size() == test.list().size()
        ? Optional.of(new Predictions(memoriser.labels(), ordered, memoriser.threshold()))
        : Optional.empty();
  }

  private String comparison(Predictions recalled, GroupBootstrap bootstrap) {
    double value = own.value() - recalled.confusion().balancedAccuracy();
    double[][] network = bootstrap.replicates(new WeightedRates(test));
    double[][] memory = bootstrap.replicates(new WeightedRates(recalled));
    double[] differences = new double[network.length];
    for (int r = 0; r < differences.length; r++) {
      differences[r] = network[r][0] - memory[r][0];
    }
    Estimate difference = GroupBootstrap.percentiles(value, differences);
    String other =
        MEMORISER
            + " (balanced accuracy "
            + Estimate.balancedAccuracy(recalled.confusion()).text()
            + ")";
    if (difference.low() > 0) {
      return "The network is better than " + other + " by " + difference.text() + ".";
    }
    if (difference.high() < 0) {
      return "The network is worse than %s; the difference is %s. What it was tested on is answered better from memory: it has shown nothing."
          .formatted(other, difference.text());
    }
    return "The network is not shown to be better than %s; the difference is %s."
        .formatted(other, difference.text());
  }

  private static List<String> row(String who, ConfusionMatrix matrix) {
    int positive = matrix.labels().positive();
    int support = matrix.support(positive);
    int others = matrix.total() - support;
    boolean constant = matrix.called(positive) == 0 || matrix.called(positive) == matrix.total();
    return List.of(
        who,
        constant
            ? String.format(Locale.ROOT, "%.3f", matrix.balancedAccuracy())
            : Estimate.balancedAccuracy(matrix).text(),
        rate(matrix.count(positive, positive), support, constant),
        rate(matrix.rejected(positive), others, constant));
  }

  private static String rate(int hits, int trials, boolean constant) {
    if (trials == 0) {
      return "";
    }
    Estimate share = Estimate.share(hits, trials);
    return constant ? Estimate.without(share.value()).text() : share.text();
  }
}
