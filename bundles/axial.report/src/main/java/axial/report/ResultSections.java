package axial.report;

import axial.data.Labels;
import axial.eval.ConfusionMatrix;
import axial.eval.Predictions;
import axial.eval.Threshold;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The section about what came out, in one line and a matrix. */
final class ResultSections {

  private final Html html;

  ResultSections(Html html) {
    this.html = html;
  }

  void matrix(Predictions predictions, Optional<Threshold> threshold) {
    ConfusionMatrix matrix = predictions.confusion();
    Labels labels = predictions.labels();
    html.results("Result on the test part")
        .styled("p", "big", headline(matrix))
        .table("matrix")
        .raw("<tr><th>truth \\ called</th>");
    labels.names().forEach(name -> html.element("th", name));
    html.raw("</tr>\n");
    for (int truth = 0; truth < labels.count(); truth++) {
      html.raw("<tr>").element("th", labels.name(truth));
      for (int called = 0; called < labels.count(); called++) {
        cell(matrix, truth, called);
      }
      html.raw("</tr>\n");
    }
    html.endTable()
        .element(
            "p",
            "%s: images of \"%s\" called something else. %s: others called \"%s\"."
                .formatted(
                    Html.count(predictions.falseNegatives().size(), "false negative"),
                    labels.positiveName(),
                    Html.count(predictions.falsePositives().size(), "false positive"),
                    labels.positiveName()));
    threshold.ifPresent(chosen -> html.element("p", chosen.text()));
  }

  private static String headline(ConfusionMatrix matrix) {
    int[] supports = IntStream.range(0, matrix.labels().count()).map(matrix::support).toArray();
    int wrong =
        matrix.total()
            - IntStream.range(0, supports.length).map(label -> matrix.count(label, label)).sum();
    return String.format(
        Locale.ROOT,
        "Balanced accuracy %.1f %% (a constant answer has %.1f %%). Accuracy %.1f %% (always the"
            + " most frequent class: %.1f %%). %d of %s wrong.",
        100 * matrix.balancedAccuracy(),
        100.0 / IntStream.of(supports).filter(support -> support > 0).count(),
        100 * matrix.accuracy(),
        100.0 * IntStream.of(supports).max().orElse(0) / matrix.total(),
        wrong,
        Html.count(matrix.total(), "image"));
  }

  private void cell(ConfusionMatrix matrix, int truth, int called) {
    int support = matrix.support(truth);
    double share = support == 0 ? 0 : (double) matrix.count(truth, called) / support;
    html.raw(
            String.format(
                Locale.ROOT,
                "<td style=\"background: rgba(var(--%s), %.2f)\">",
                truth == called ? "right" : "wrong",
                0.45 * share))
        .element("b", Integer.toString(matrix.count(truth, called)))
        .element("small", String.format(Locale.ROOT, "%.0f %% of the row", 100 * share))
        .element("small", kind(matrix.labels(), truth, called))
        .raw("</td>");
  }

  private static String kind(Labels labels, int truth, int called) {
    if (truth == called) {
      return "right";
    }
    if (truth == labels.positive()) {
      return "false negatives";
    }
    return called == labels.positive() ? "false positives" : "mixed up";
  }
}
