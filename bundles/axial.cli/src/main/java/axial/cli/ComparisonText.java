package axial.cli;

import axial.eval.Comparison.Difference;
import axial.eval.Comparison.McNemar;
import axial.eval.Estimate;
import axial.eval.Threshold;
import axial.run.RunRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A comparison in tables and sentences. */
final class ComparisonText {

  private static final double LEAST_SHOWN = 1e-4;

  private final ComparedRuns compared;

  ComparisonText(ComparedRuns compared) {
    this.compared = compared;
  }

  void print(Terminal terminal) {
    Map<String, List<String>> settings = compared.settings();
    if (settings.isEmpty()) {
      terminal.line("The same was asked of all runs.");
    } else {
      Table asked = new Table(head("asked otherwise"));
      settings.forEach((name, values) -> asked.add(row(name, values)));
      terminal.line(asked.text());
    }
    terminal.line("\n" + results().text());
    compared.comparison().differences().forEach(difference -> print(terminal, difference));
    if (compared.comparison().differences().size() > 1) {
      terminal.line(
          "\nWith %d comparisons one in twenty may look real by chance: their p are not corrected."
              .formatted(compared.comparison().differences().size()));
    }
    terminal.line("\nResearch software, not a medical device: not for diagnosis.");
  }

  private List<String> head(String first) {
    return row(first, compared.names());
  }

  private static List<String> row(String first, List<String> others) {
    List<String> row = new ArrayList<>(List.of(first));
    row.addAll(others);
    return row;
  }

  private Table results() {
    Table table = new Table(head("result"));
    table.add(
        row(
            "test images",
            compared.comparison().standings().stream()
                .map(s -> Integer.toString(s.images()))
                .toList()));
    Set<String> figures = new LinkedHashSet<>();
    compared.comparison().standings().forEach(s -> figures.addAll(s.figures().keySet()));
    for (String figure : figures) {
      table.add(row(EvaluationText.words(figure), cells(figure)));
    }
    table.add(of("threshold", run -> run.threshold().map(ComparisonText::threshold).orElse("0.5")));
    table.add(of("epochs", run -> Integer.toString(run.epochs().size())));
    table.add(of("time of training", run -> Words.duration(ComparedRuns.seconds(run))));
    table.add(of("parts share something", run -> run.data().map(ComparisonText::leaks).orElse("")));
    return table;
  }

  private List<String> cells(String figure) {
    return compared.comparison().standings().stream()
        .map(s -> s.figures().get(figure))
        .map(estimate -> estimate == null ? "" : estimate.text())
        .toList();
  }

  private List<String> of(String name, Function<RunRecord, String> value) {
    return row(name, compared.runs().stream().map(value).toList());
  }

  private static String threshold(Threshold threshold) {
    return String.format(
        Locale.ROOT, "%.4g for recall %s", threshold.value(), threshold.wantedRecall());
  }

  private static String leaks(RunRecord.DataRecord data) {
    return data.leaks().clean() ? "no" : "YES: figures too good";
  }

  private static void print(Terminal terminal, Difference difference) {
    terminal.line(
        "\n%s less %s, on %s"
            .formatted(
                difference.second(),
                difference.first(),
                Words.count(difference.shared(), "shared image")));
    if (!difference.figures().isEmpty()) {
      Table table = new Table(List.of("figure", "difference (95 % interval)"));
      difference
          .figures()
          .forEach(
              (name, estimate) -> table.add(List.of(EvaluationText.words(name), signed(estimate))));
      terminal.line(table.text());
    }
    difference.mcNemar().ifPresent(test -> terminal.line(mcNemar(difference, test)));
    difference.deLongP().ifPresent(p -> terminal.line("ROC AUC, DeLong: " + probability(p) + "."));
    difference.notes().forEach(terminal::line);
  }

  private static String mcNemar(Difference difference, McNemar test) {
    return "Only %s right: %d. Only %s right: %d. McNemar: %s exact, %s with correction."
        .formatted(
            difference.first(),
            test.onlyFirst(),
            difference.second(),
            test.onlySecond(),
            probability(test.exactP()),
            probability(test.correctedP()));
  }

  /** A difference with its sign, such as "+0.032 (-0.010 to +0.070)". */
  private static String signed(Estimate difference) {
    String value = String.format(Locale.ROOT, "%+.3f", difference.value());
    return difference.hasInterval()
        ? String.format(
            Locale.ROOT, "%s (%+.3f to %+.3f)", value, difference.low(), difference.high())
        : value;
  }

  private static String probability(double p) {
    return p < LEAST_SHOWN ? "p < 0.0001" : String.format(Locale.ROOT, "p = %.4f", p);
  }
}
