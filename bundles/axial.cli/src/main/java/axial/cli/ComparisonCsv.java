package axial.cli;

import axial.eval.Comparison.Difference;
import axial.eval.Comparison.Standing;
import axial.eval.Estimate;
import axial.eval.Threshold;
import axial.run.RunRecord;
import java.util.List;

/** The numbers of a comparison after RFC 4180, for other programs. */
final class ComparisonCsv {

  private static final String COLUMNS = "kind,name,run,against,value,low,high,p";

  private final ComparedRuns compared;

  ComparisonCsv(ComparedRuns compared) {
    this.compared = compared;
  }

  /** All numbers, one a row; what a row has not is empty. */
  String text() {
    StringBuilder csv = new StringBuilder(COLUMNS).append("\r\n");
    List<String> names = compared.names();
    List<RunRecord> runs = compared.runs();
    compared
        .settings()
        .forEach(
            (name, values) -> {
              for (int i = 0; i < values.size(); i++) {
                line(csv, "setting", name, names.get(i), "", values.get(i), "", "", "");
              }
            });
    for (int i = 0; i < runs.size(); i++) {
      Standing standing = compared.comparison().standings().get(i);
      String run = names.get(i);
      line(csv, "result", "images", run, "", Integer.toString(standing.images()), "", "", "");
      standing.figures().forEach((name, e) -> line(csv, "result", name, run, "", e, ""));
      String decided = Double.toString(runs.get(i).threshold().map(Threshold::value).orElse(0.5));
      line(csv, "result", "threshold", run, "", decided, "", "", "");
      line(
          csv,
          "result",
          "seconds",
          run,
          "",
          Double.toString(ComparedRuns.seconds(runs.get(i))),
          "",
          "",
          "");
    }
    compared.comparison().differences().forEach(difference -> lines(csv, difference));
    return csv.toString();
  }

  private static void lines(StringBuilder csv, Difference difference) {
    String run = difference.second();
    String other = difference.first();
    line(csv, "test", "shared", run, other, Integer.toString(difference.shared()), "", "", "");
    difference
        .figures()
        .forEach(
            (name, e) ->
                line(
                    csv,
                    "difference",
                    name,
                    run,
                    other,
                    e,
                    name.equals("roc_auc")
                        ? difference.deLongP().map(p -> Double.toString(p)).orElse("")
                        : ""));
    difference
        .mcNemar()
        .ifPresent(
            test -> {
              String p = Double.toString(test.exactP());
              line(csv, "test", "mcnemar_exact", run, other, "", "", "", p);
              String chi = number(test.chiSquared());
              String corrected = Double.toString(test.correctedP());
              line(csv, "test", "mcnemar_corrected", run, other, chi, "", "", corrected);
            });
  }

  private static void line(
      StringBuilder csv,
      String kind,
      String name,
      String run,
      String against,
      Estimate estimate,
      String p) {
    line(
        csv,
        kind,
        name,
        run,
        against,
        number(estimate.value()),
        number(estimate.low()),
        number(estimate.high()),
        p);
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }

  private static void line(StringBuilder csv, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      csv.append(i == 0 ? "" : ",").append(cell(cells[i]));
    }
    csv.append("\r\n");
  }

  private static String cell(String value) {
    return value.matches("(?s).*[,\"\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }
}
