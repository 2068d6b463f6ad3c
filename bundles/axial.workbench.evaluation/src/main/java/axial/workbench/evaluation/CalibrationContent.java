package axial.workbench.evaluation;

import axial.chart.LineStyle;
import axial.eval.Curve;
import axial.eval.Evaluation;
import axial.eval.EvaluationTable;
import axial.run.RunRecord;
import axial.view.Desk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTable;
import net.miginfocom.swing.MigLayout;

/** The reliability curve and what goes with it. */
final class CalibrationContent implements Content<Evaluation> {

  private static final String NAME = "evaluation.calibration";
  private static final String CURVES = "reliability";

  private final JPanel panel =
      new JPanel(
          new MigLayout(
              "fill, insets 0, wrap 2", "[grow 3, fill]unrel[grow 2, fill]", "[grow, fill][]"));
  private final Curves curves;
  private final Figures figures = new Figures(NAME);
  private final Sentence words = new Sentence(NAME + ".words");
  private final JTable bins = Tables.plain(NAME + ".bins", "Stated probability and what happened");
  private Optional<RunRecord> run = Optional.empty();
  private Optional<Evaluation> evaluation = Optional.empty();

  CalibrationContent(Desk desk) {
    curves =
        new Curves(
            desk,
            NAME + ".chart",
            "reliability",
            "Reliability curve",
            new Curves.Words(this::caption, this::methods, () -> run.map(RunRecord::id)));
    JPanel side =
        new JPanel(new MigLayout("fill, insets 0, wrap 1", "[grow, fill]", "[][grow, fill]"));
    side.add(figures);
    side.add(Tables.scrolled(bins), "wmin 0, hmin 0, gaptop unrel");
    panel.add(curves.component(), "wmin 0, hmin 0");
    panel.add(side, "wmin 0, hmin 0");
    panel.add(words, "span, wmin 0");
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public Optional<Evaluation> prepare(RunRecord record) {
    return record.evaluations().stream().filter(e -> !curves(e).isEmpty()).findFirst();
  }

  private static List<Curve> curves(Evaluation evaluation) {
    return evaluation.curves().stream().filter(c -> c.id().startsWith(CURVES)).toList();
  }

  @Override
  public void show(RunRecord record, Evaluation prepared) {
    run = Optional.of(record);
    evaluation = Optional.of(prepared);
    Map<String, double[][]> lines = new LinkedHashMap<>();
    List<LineStyle> styles = new ArrayList<>();
    for (Curve curve : curves(prepared)) {
      lines.put(label(curve), points(curve));
      styles.add(LineStyle.of(styles.size()).withMarks());
      curves.axes(curve.x(), curve.y());
    }
    lines.put("perfect", Curves.diagonal());
    styles.add(new LineStyle(0, 2, 1, false, 0.6f));
    curves.show(lines, styles);
    figures.clear();
    figure(prepared, "expected_calibration_error", "Expected calibration error");
    figure(prepared, "maximum_calibration_error", "Worst bin");
    figure(prepared, "brier", "Brier score");
    figure(prepared, "log_loss", "Log loss");
    figure(prepared, "temperature", "Temperature");
    figure(prepared, "scaled_expected_calibration_error", "Error at that temperature");
    figure(prepared, "scaled_log_loss", "Log loss at that temperature");
    Optional<EvaluationTable> table =
        prepared.tables().stream().filter(t -> t.id().equals(CURVES)).findFirst();
    table.ifPresent(t -> Tables.fill(bins, t));
    words.setText(words(prepared));
    panel.revalidate();
  }

  private static String words(Evaluation evaluation) {
    String temperature =
        evaluation.notes().stream()
            .filter(note -> note.contains("emperature"))
            .findFirst()
            .orElse("");
    return ("On the line, what is said to be 90 % probable is right in 90 of 100 cases; below it"
            + " the network is too sure. "
            + temperature)
        .strip();
  }

  private void figure(Evaluation of, String key, String title) {
    Double value = of.figures().get(key);
    if (value != null) {
      figures.set(key, title, String.format(Locale.ROOT, "%.3f", value));
    }
  }

  private static String label(Curve curve) {
    int colon = curve.title().indexOf(": ");
    return colon < 0 ? "as it is" : curve.title().substring(colon + 2);
  }

  private static double[][] points(Curve curve) {
    double[][] points = new double[2][curve.points().size()];
    for (int i = 0; i < curve.points().size(); i++) {
      points[0][i] = curve.points().get(i).x();
      points[1][i] = curve.points().get(i).y();
    }
    return points;
  }

  private String caption() {
    return Methods.caption("Reliability of the probabilities on the test part.", run.orElseThrow());
  }

  private String methods() {
    double error =
        evaluation
            .map(e -> e.figures().getOrDefault("expected_calibration_error", Double.NaN))
            .orElse(Double.NaN);
    return Methods.of(
        run.orElseThrow(),
        String.format(
            Locale.ROOT,
            "Calibration was judged on the test part with ten bins of equal width; the expected"
                + " calibration error is %.3f.",
            error));
  }
}
