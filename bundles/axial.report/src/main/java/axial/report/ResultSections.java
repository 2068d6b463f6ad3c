package axial.report;

import axial.data.Labels;
import axial.eval.ConfusionMatrix;
import axial.eval.Evaluation;
import axial.eval.Predictions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The sections about what came out: matrix and figures. */
final class ResultSections {

  private final Html html;

  ResultSections(Html html) {
    this.html = html;
  }

  void matrix(Predictions predictions) {
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

  void evaluations(List<Evaluation> evaluations) {
    for (Evaluation evaluation : evaluations) {
      html.element("h3", "Evaluator " + evaluation.evaluator()).raw("<div class=\"beside\">\n");
      figures(evaluation.figures());
      if (!evaluation.text().isBlank()) {
        html.element("pre", evaluation.text());
      }
      html.raw("</div>\n");
    }
  }

  /**
   * A figure that has its bounds beside it, such as {@code recall_low}, takes them into its row.
   */
  private void figures(Map<String, Double> figures) {
    if (figures.isEmpty()) {
      return;
    }
    html.table("").raw("<tr><th>figure</th><th class=\"number\">value</th>");
    html.raw("<th>95 % interval</th></tr>\n");
    figures.forEach(
        (name, value) -> {
          if (!isBound(name, figures)) {
            Double low = figures.get(name + "_low");
            Double high = figures.get(name + "_high");
            html.raw("<tr>")
                .element("td", name.replace('_', ' '))
                .styled("td", "number", number(value))
                .element(
                    "td", low == null || high == null ? "" : number(low) + " to " + number(high))
                .raw("</tr>\n");
          }
        });
    html.endTable();
  }

  private static boolean isBound(String name, Map<String, Double> figures) {
    int cut = name.lastIndexOf('_');
    return cut > 0
        && (name.endsWith("_low") || name.endsWith("_high"))
        && figures.containsKey(name.substring(0, cut));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
