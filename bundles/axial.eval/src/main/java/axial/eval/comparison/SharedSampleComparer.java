package axial.eval.comparison;

import axial.data.Labels;
import axial.eval.Comparison;
import axial.eval.Comparison.Difference;
import axial.eval.Comparison.McNemar;
import axial.eval.Comparison.Standing;
import axial.eval.ConfusionMatrix;
import axial.eval.Estimate;
import axial.eval.PredictionComparer;
import axial.eval.Predictions;
import axial.eval.statistics.DeLong;
import axial.eval.statistics.GroupBootstrap;
import axial.eval.statistics.PairedAnswers;
import axial.eval.statistics.Scores;
import axial.eval.statistics.WeightedRates;
import axial.job.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * Compares models on the images that both were tested on, matched by content id: McNemar's test of
 * the answers, DeLong's of the areas, and a bootstrap that draws the same groups for both.
 */
@Component
public final class SharedSampleComparer implements PredictionComparer {

  /** With fewer shared images no test is made. */
  private static final int FEWEST = 10;

  @Override
  public Comparison compare(List<Contender> contenders, Seed seed) {
    if (contenders.size() < 2) {
      throw new IllegalArgumentException("A comparison needs at least two models.");
    }
    Contender first = contenders.get(0);
    return new Comparison(
        contenders.stream().map(SharedSampleComparer::standing).toList(),
        contenders.stream().skip(1).map(other -> difference(first, other, seed)).toList());
  }

  private static Standing standing(Contender contender) {
    Predictions test = contender.test();
    ConfusionMatrix matrix = test.confusion();
    int positive = test.labels().positive();
    int support = matrix.support(positive);
    Map<String, Estimate> figures = new LinkedHashMap<>();
    figures.put("balanced_accuracy", Estimate.balancedAccuracy(matrix));
    if (support > 0) {
      figures.put("recall", Estimate.share(matrix.count(positive, positive), support));
    }
    if (support < matrix.total()) {
      figures.put(
          "specificity", Estimate.share(matrix.rejected(positive), matrix.total() - support));
    }
    Scores scores = Scores.of(test, positive);
    if (scores.finite() && scores.bothKinds()) {
      figures.put("roc_auc", DeLong.area(scores));
    }
    return new Standing(contender.name(), matrix.total(), figures);
  }

  private static Difference difference(Contender first, Contender second, Seed seed) {
    Labels labels = first.test().labels();
    if (!labels.equals(second.test().labels())) {
      return untested(
          first,
          second,
          0,
          List.of(
              "%s tells %s apart and %s %s: there is nothing to test."
                  .formatted(first.name(), classes(first), second.name(), classes(second))));
    }
    SharedSamples shared = SharedSamples.of(first.test(), second.test());
    List<String> notes = new ArrayList<>();
    if (shared.contradicting() > 0) {
      notes.add(
          "Of the images in both test parts %d have another true class in each; they are left out."
              .formatted(shared.contradicting()));
    }
    if (shared.size() < FEWEST) {
      notes.add(
          shared.size() == 0
              ? "No image is in both test parts, so no test can be made."
              : "Only %d images are in both test parts: too few for a test."
                  .formatted(shared.size()));
      return untested(first, second, shared.size(), notes);
    }
    int own = first.test().list().size();
    if (shared.size() < own || shared.size() < second.test().list().size()) {
      notes.add(
          "The tests are on the %d images that are in both test parts, of %d and %d."
              .formatted(shared.size(), own, second.test().list().size()));
    }
    return tested(first, second, shared, seed, notes);
  }

  private static Difference untested(
      Contender first, Contender second, int shared, List<String> notes) {
    return new Difference(
        first.name(), second.name(), shared, Map.of(), Optional.empty(), Optional.empty(), notes);
  }

  private static String classes(Contender contender) {
    return String.join(", ", contender.test().labels().names());
  }

  private static Difference tested(
      Contender first, Contender second, SharedSamples shared, Seed seed, List<String> notes) {
    McNemar mcNemar =
        PairedAnswers.test(
            SharedSamples.right(shared.first()), SharedSamples.right(shared.second()));
    Map<String, Estimate> figures = bootstrap(first, shared, seed);
    Optional<Double> deLongP = Optional.empty();
    int positive = first.test().labels().positive();
    Scores a = Scores.of(shared.first(), positive);
    Scores b = Scores.of(shared.second(), positive);
    if (a.finite() && b.finite() && a.bothKinds()) {
      DeLong areas = new DeLong(a.positive(), a.score(), b.score());
      figures.put("roc_auc", areas.difference());
      deLongP = Optional.of(areas.p()).filter(Double::isFinite);
    }
    if (deLongP.isEmpty()) {
      notes.add("The areas under the ROC curve do not vary enough for DeLong's test.");
    }
    return new Difference(
        first.name(), second.name(), shared.size(), figures, Optional.of(mcNemar), deLongP, notes);
  }

  /** The differences of the rates; the groups are those of the first. */
  private static Map<String, Estimate> bootstrap(Contender first, SharedSamples shared, Seed seed) {
    GroupBootstrap bootstrap =
        GroupBootstrap.of(shared.first().list(), first.samples(), seed.derive("compare"));
    WeightedRates a = new WeightedRates(shared.first());
    WeightedRates b = new WeightedRates(shared.second());
    GroupBootstrap.Statistic less = weights -> less(b.of(weights), a.of(weights));
    double[] values = less.of(shared.once());
    double[][] replicates = bootstrap.replicates(less);
    Map<String, Estimate> figures = new LinkedHashMap<>();
    for (int f = 0; f < values.length; f++) {
      if (Double.isFinite(values[f])) {
        int figure = f;
        figures.put(
            WeightedRates.NAMES.get(f),
            GroupBootstrap.percentiles(
                values[f], Arrays.stream(replicates).mapToDouble(r -> r[figure]).toArray()));
      }
    }
    return figures;
  }

  private static double[] less(double[] a, double[] b) {
    double[] difference = new double[a.length];
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
  }
}
