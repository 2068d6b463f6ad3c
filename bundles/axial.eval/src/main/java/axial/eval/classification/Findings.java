package axial.eval.classification;

import axial.eval.Curve;
import axial.eval.Curve.Point;
import axial.eval.Estimate;
import axial.eval.Evaluation;
import axial.eval.EvaluationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what an evaluation says. Figures that are no numbers are left out. */
final class Findings {

  /** Beyond so many points a curve is thinned, as nobody could see the difference. */
  private static final int MOST_POINTS = 2000;

  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final List<EvaluationTable> tables = new ArrayList<>();
  private final List<Curve> curves = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  void figure(String name, double value) {
    if (Double.isFinite(value)) {
      figures.put(name, value);
    }
  }

  /** A figure with its bounds, as {@code <name>_low} and {@code <name>_high}. */
  void figure(String name, Estimate estimate) {
    figure(name, estimate.value());
    figure(name + "_low", estimate.low());
    figure(name + "_high", estimate.high());
  }

  /** A share of counts; of nothing there is none. */
  void share(String name, int hits, int trials) {
    if (trials > 0) {
      figure(name, Estimate.share(hits, trials));
    }
  }

  /** A table, if it has rows. */
  void table(String id, String title, List<String> columns, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      tables.add(new EvaluationTable(id, title, columns, rows));
    }
  }

  void curve(String id, String title, String x, String y, List<Point> points, boolean diagonal) {
    curves.add(new Curve(id, title, x, y, thin(points), diagonal));
  }

  private static List<Point> thin(List<Point> points) {
    if (points.size() <= MOST_POINTS) {
      return points;
    }
    List<Point> kept = new ArrayList<>(MOST_POINTS);
    for (int i = 0; i < MOST_POINTS; i++) {
      kept.add(points.get((int) Math.round(i * (points.size() - 1.0) / (MOST_POINTS - 1))));
    }
    return kept;
  }

  void note(String sentence) {
    notes.add(sentence);
  }

  Evaluation evaluation(String evaluator, String text) {
    return new Evaluation(evaluator, text, figures, tables, curves, notes);
  }
}
