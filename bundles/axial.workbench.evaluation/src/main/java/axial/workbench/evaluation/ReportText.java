package axial.workbench.evaluation;

import axial.eval.Estimate;
import axial.eval.Evaluation;
import axial.run.LeakCertificate;
import axial.run.RunRecord;
import java.util.Map;
import java.util.Optional;

/** An evaluated run as text. */
final class ReportText {

  private static final String LOW = "_low";
  private static final String HIGH = "_high";

  private ReportText() {}

  /** The whole text; nothing when no evaluator said anything. */
  static Optional<String> of(RunRecord run) {
    if (run.evaluations().isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder(2048);
    run.stamp().ifPresent(stamp -> line(text, stamp + "\n"));
    line(text, "Run " + run.id() + ", " + run.network().name() + " on " + run.spec().data());
    run.predictions().ifPresent(p -> line(text, "Test part: " + p.list().size() + " images"));
    run.threshold().ifPresent(threshold -> line(text, threshold.text()));
    for (Evaluation evaluation : run.evaluations()) {
      line(text, "");
      if (!evaluation.text().isBlank()) {
        line(text, evaluation.text().stripTrailing());
        line(text, "");
      }
      figures(text, evaluation);
      evaluation.notes().forEach(note -> line(text, "- " + note));
    }
    run.data().ifPresent(data -> certificate(text, data.leaks()));
    line(text, "");
    line(text, "Research software, not a medical device.");
    return Optional.of(text.toString());
  }

  private static void figures(StringBuilder text, Evaluation evaluation) {
    Map<String, Double> figures = evaluation.figures();
    int widest = figures.keySet().stream().mapToInt(String::length).max().orElse(0);
    for (String name : figures.keySet()) {
      if (!bound(figures, name, LOW) && !bound(figures, name, HIGH)) {
        String value = evaluation.estimate(name).map(Estimate::text).orElse("");
        line(text, name + " ".repeat(widest - name.length() + 2) + value);
      }
    }
    line(text, "");
  }

  private static boolean bound(Map<String, Double> figures, String name, String ending) {
    return name.endsWith(ending)
        && figures.containsKey(name.substring(0, name.length() - ending.length()));
  }

  private static void certificate(StringBuilder text, LeakCertificate leaks) {
    line(text, "");
    line(text, "Leak certificate: " + leaks.text());
    leaks.caution().ifPresent(caution -> line(text, caution));
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
