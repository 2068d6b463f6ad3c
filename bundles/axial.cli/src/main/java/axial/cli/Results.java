package axial.cli;

import axial.eval.ConfusionMatrix;
import axial.eval.Evaluation;
import axial.run.RunRecord;
import java.util.ArrayList;
import java.util.List;

/** Prints what came out of a run. */
final class Results {

  private Results() {}

  /** The confusion matrix and what each evaluator said. */
  static void print(Terminal terminal, RunRecord run) {
    run.predictions().ifPresent(p -> terminal.line("\n" + matrix(p.confusion())));
    for (Evaluation evaluation : run.evaluations()) {
      EvaluationText.print(terminal, evaluation);
    }
    run.threshold().ifPresent(threshold -> terminal.line("\n" + threshold.text()));
    if (!run.predictedBy().images().isEmpty()) {
      terminal.line("\nPredicted by " + run.predictedBy().text() + ".");
    }
    terminal.line("\nResearch software, not a medical device: not for diagnosis.");
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
