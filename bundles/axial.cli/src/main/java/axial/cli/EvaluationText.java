package axial.cli;

import axial.eval.Estimate;
import axial.eval.Evaluation;
import axial.eval.EvaluationTable;
import java.util.List;
import java.util.Locale;

/** Prints what an evaluator said: the first figures, its text, results by attribute, its notes. */
final class EvaluationText {

  /** The figures that a rare class cannot hide. */
  private static final List<String> FIRST =
      List.of("balanced_accuracy", "recall", "specificity", "roc_auc");

  /** Tables that answer "where is it good, and where not"; the others are in the report. */
  private static final String BY_ATTRIBUTE = "by_";

  private static final int MOST_TABLES = 6;

  private EvaluationText() {}

  static void print(Terminal terminal, Evaluation evaluation) {
    Table first = new Table(List.of("figure", "value", "95 % interval"));
    for (String name : FIRST) {
      evaluation
          .estimate(name)
          .ifPresent(e -> first.add(List.of(words(name), fixed(e.value()), interval(e))));
    }
    if (!first.isEmpty()) {
      terminal.line("\n" + first.text());
    }
    if (!evaluation.text().isBlank()) {
      terminal.line("\n" + evaluation.text().stripTrailing());
    }
    List<EvaluationTable> byAttribute =
        evaluation.tables().stream().filter(t -> t.id().startsWith(BY_ATTRIBUTE)).toList();
    byAttribute.stream().limit(MOST_TABLES).forEach(table -> terminal.line("\n" + text(table)));
    if (byAttribute.size() > MOST_TABLES) {
      terminal.line(
          "\nThe report has %s."
              .formatted(Words.count(byAttribute.size() - MOST_TABLES, "more such table")));
    }
    if (!evaluation.notes().isEmpty()) {
      terminal.line("");
      evaluation.notes().forEach(terminal::line);
    }
  }

  private static String interval(Estimate estimate) {
    return estimate.hasInterval() ? fixed(estimate.low()) + " to " + fixed(estimate.high()) : "";
  }

  private static String fixed(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** A table with its title. */
  static String text(EvaluationTable source) {
    Table table = new Table(source.columns());
    source.rows().forEach(table::add);
    return source.title() + "\n" + table.text();
  }

  /** A figure's name for a person. */
  static String words(String name) {
    return name.equals("roc_auc") ? "ROC AUC" : name.replace('_', ' ');
  }
}
