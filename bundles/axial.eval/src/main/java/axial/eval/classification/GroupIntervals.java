package axial.eval.classification;

import axial.eval.Estimate;
import axial.eval.Predictions;
import axial.eval.statistics.GroupBootstrap;
import axial.eval.statistics.WeightedRates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The first figures with intervals that know that images of one group are alike. */
final class GroupIntervals {

  /** With fewer groups the percentiles of a bootstrap are too narrow to be shown without a word. */
  private static final int FEW = 20;

  private GroupIntervals() {}

  static void add(Findings findings, Predictions test, GroupBootstrap bootstrap) {
    WeightedRates rates = new WeightedRates(test);
    int[] once = new int[test.list().size()];
    Arrays.fill(once, 1);
    double[] values = rates.of(once);
    double[][] replicates = bootstrap.replicates(rates);
    List<List<String>> rows = new ArrayList<>();
    for (int f = 0; f < values.length; f++) {
      int figure = f;
      double[] own = Arrays.stream(replicates).mapToDouble(r -> r[figure]).toArray();
      Estimate estimate = GroupBootstrap.percentiles(values[f], own);
      if (estimate.hasInterval()) {
        rows.add(
            List.of(
                WeightedRates.NAMES.get(f).replace('_', ' '),
                number(estimate.value()),
                number(estimate.low()),
                number(estimate.high())));
      }
    }
    findings.table(
        "bootstrap",
        String.format(
            Locale.ROOT,
            "95 %% intervals by drawing %s %,d times",
            bootstrap.ungrouped() ? "images" : "whole groups",
            GroupBootstrap.REPLICATES),
        List.of("figure", "value", "low", "high"),
        rows);
    if (!bootstrap.ungrouped()) {
      findings.note(
          "The %d images come from %d groups. The intervals of the rates take images as independent; those of the bootstrap draw whole groups%s."
              .formatted(
                  test.list().size(),
                  bootstrap.groups(),
                  bootstrap.groups() < FEW ? ", of which there are too few to rely on" : ""));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
