package axial.cli;

import axial.eval.ConfusionMatrix;
import axial.eval.Evaluation;
import axial.eval.Predictions;
import axial.run.NaiveAndClean;
import axial.run.RunRecord;
import java.util.ArrayList;
import java.util.List;

/** Prints what came out of a run. */
final class Results {

  /** What stands under every result. */
  static final String NOTICE = "Research software, not a medical device: not for diagnosis.";

  private Results() {}

  /** The confusion matrix and what each evaluator said; a run that leaks says so first. */
  static void print(Terminal terminal, RunRecord run) {
    stamp(terminal, run);
    run.predictions().ifPresent(p -> terminal.line("\n" + matrix(p.confusion())));
    print(terminal, run.evaluations());
    run.threshold().ifPresent(threshold -> terminal.line("\n" + threshold.text()));
    run.naiveAndClean().ifPresent(scores -> print(terminal, scores));
    if (!run.predictedBy().images().isEmpty()) {
      terminal.line("\nPredicted by " + run.predictedBy().text() + ".");
    }
    terminal.line("\n" + NOTICE);
  }

  /** The confusion matrix of predictions and what each evaluator said of them. */
  static void print(Terminal terminal, Predictions predictions, List<Evaluation> evaluations) {
    terminal.line("\n" + matrix(predictions.confusion()));
    print(terminal, evaluations);
  }

  private static void print(Terminal terminal, List<Evaluation> evaluations) {
    evaluations.forEach(evaluation -> EvaluationText.print(terminal, evaluation));
  }

  /** What every view of a run that leaks says. */
  static void stamp(Terminal terminal, RunRecord run) {
    run.stamp().ifPresent(words -> terminal.line("\n" + words));
  }

  private static void print(Terminal terminal, NaiveAndClean scores) {
    terminal.line("\n" + EvaluationText.text(scores.table()));
    scores.notes().forEach(terminal::line);
  }

  /** What memory a run needed that has just ended, and where it and its report are. */
  static void printEnd(Terminal terminal, RunRecord run) {
    run.memory().text().ifPresent(text -> terminal.line("\nMemory: at most " + text));
    printPlace(terminal, run);
  }

  /** Where the run and its report are. */
  static void printPlace(Terminal terminal, RunRecord run) {
    terminal.line("Run:    " + run.folder());
    terminal.line("Report: " + run.folder().resolve("report.html"));
  }

  /** Truth in rows, prediction in columns. */
  static String matrix(ConfusionMatrix matrix) {
    List<String> head = new ArrayList<>();
    head.add("truth \\ called");
    head.addAll(matrix.labels().names());
    Table table = new Table(head);
    for (int truth = 0; truth < matrix.labels().count(); truth++) {
      List<String> row = new ArrayList<>();
      row.add(matrix.labels().name(truth));
      for (int called = 0; called < matrix.labels().count(); called++) {
        row.add(Integer.toString(matrix.count(truth, called)));
      }
      table.add(row);
    }
    return table.text();
  }
}
