package axial.report;

import axial.eval.Curve;
import axial.eval.Estimate;
import axial.eval.Evaluation;
import axial.eval.EvaluationTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The sections about what evaluators said: sentences, figures, curves and tables. */
final class EvaluationSections {

  private static final String LOW = "_low";
  private static final String HIGH = "_high";

  private final Html html;

  EvaluationSections(Html html) {
    this.html = html;
  }

  void evaluations(List<Evaluation> evaluations) {
    evaluations.forEach(this::evaluation);
  }

  private void evaluation(Evaluation evaluation) {
    html.element("h3", "Evaluator " + evaluation.evaluator());
    if (!evaluation.notes().isEmpty()) {
      html.raw("<ul>");
      evaluation.notes().forEach(note -> html.element("li", note));
      html.raw("</ul>\n");
    }
    html.raw("<div class=\"beside\">\n");
    figures(evaluation);
    if (!evaluation.text().isBlank()) {
      html.element("pre", evaluation.text());
    }
    html.raw("</div>\n");
    curves(evaluation.curves());
    Set<String> drawn = evaluation.curves().stream().map(Curve::id).collect(Collectors.toSet());
    evaluation.tables().forEach(table -> table(table, drawn.contains(table.id())));
  }

  /**
   * A figure that has its bounds beside it, such as {@code recall_low}, takes them into its row.
   */
  private void figures(Evaluation evaluation) {
    Map<String, Double> figures = evaluation.figures();
    if (figures.isEmpty()) {
      return;
    }
    html.table("").raw("<tr><th>figure</th><th class=\"number\">value</th>");
    html.raw("<th>95 % interval</th></tr>\n");
    for (String name : figures.keySet()) {
      if (!isBound(name, figures)) {
        Estimate estimate = evaluation.estimate(name).orElseThrow();
        html.raw("<tr>")
            .element("td", name.replace('_', ' '))
            .styled("td", "number", number(estimate.value()))
            .element(
                "td",
                estimate.hasInterval()
                    ? number(estimate.low()) + " to " + number(estimate.high())
                    : "")
            .raw("</tr>\n");
      }
    }
    html.endTable();
  }

  private static boolean isBound(String name, Map<String, Double> figures) {
    int cut = name.lastIndexOf('_');
    return cut > 0
        && (name.endsWith(LOW) || name.endsWith(HIGH))
        && figures.containsKey(name.substring(0, cut));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private void curves(List<Curve> curves) {
    if (curves.isEmpty()) {
      return;
    }
    if (!Pictures.canWrite()) {
      html.element("p", "This Java finds no font, so the curves are not drawn.");
      return;
    }
    html.raw("<div class=\"figures\">");
    CurveCharts.of(curves).forEach(chart -> html.picture(chart.png(), chart.title(), "chart"));
    html.raw("</div>\n");
  }

  /** A table; one of what is drawn already is folded away. */
  private void table(EvaluationTable table, boolean drawn) {
    if (drawn) {
      html.raw("<details>").element("summary", table.title());
    } else {
      html.element("h4", table.title());
    }
    html.table("").row("th", table.columns());
    table.rows().forEach(row -> html.row("td", row));
    html.endTable().raw(drawn ? "</details>\n" : "");
  }
}
