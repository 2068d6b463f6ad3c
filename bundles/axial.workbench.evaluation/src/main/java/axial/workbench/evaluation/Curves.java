package axial.workbench.evaluation;

import axial.chart.ChartFigure;
import axial.chart.ChartTheme;
import axial.chart.Charts;
import axial.chart.LineStyle;
import axial.chart.StyledLines;
import axial.chart.ThemedChartPanel;
import axial.view.Desk;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JComponent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.DefaultXYDataset;

/** A chart of curves and points in the unit square. Only on the event dispatch thread. */
final class Curves {

  private static final Dimension PAPER = new Dimension(340, 340);

  private final DefaultXYDataset data = new DefaultXYDataset();
  private final JFreeChart chart;
  private final ThemedChartPanel panel;
  private final Map<String, double[][]> shown = new LinkedHashMap<>();
  private List<LineStyle> styles = List.of();
  private String x;
  private String y;

  /** What is said of the curves on paper. */
  record Words(
      Supplier<String> caption, Supplier<String> methods, Supplier<Optional<String>> run) {}

  /**
   * An empty chart that is offered as a figure.
   *
   * @param name of the component
   * @param figure of the file
   */
  Curves(Desk desk, String name, String figure, String says, Words words) {
    x = "x";
    y = "y";
    chart = Charts.lines(x, y, data, List.of());
    panel = new ThemedChartPanel(chart, name, says);
    XYPlot plot = (XYPlot) chart.getPlot();
    Charts.toOne((NumberAxis) plot.getDomainAxis());
    Charts.toOne((NumberAxis) plot.getRangeAxis());
    panel.setMouseZoomable(false);
    desk.figure(
        panel,
        new ChartFigure(
            figure, chart, PAPER, words.caption(), this::rows, words.methods(), words.run()));
  }

  JComponent component() {
    return panel;
  }

  void axes(String horizontal, String vertical) {
    x = horizontal;
    y = vertical;
    XYPlot plot = (XYPlot) chart.getPlot();
    plot.getDomainAxis().setLabel(x);
    plot.getRangeAxis().setLabel(y);
  }

  /** Replaces all curves, each with its style. */
  void show(Map<String, double[][]> curves, List<LineStyle> looks) {
    shown.keySet().forEach(data::removeSeries);
    shown.clear();
    shown.putAll(curves);
    curves.forEach(data::addSeries);
    styles = List.copyOf(looks);
    ((StyledLines) ((XYPlot) chart.getPlot()).getRenderer()).styles(styles, ChartTheme.window());
  }

  /** Moves one of the curves. */
  void move(String key, double[][] points) {
    shown.put(key, points);
    data.addSeries(key, points);
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(Methods.head("curve", x, y));
    shown.forEach(
        (key, points) -> {
          for (int i = 0; i < points[0].length; i++) {
            rows.add(List.of(key, Methods.number(points[0][i]), Methods.number(points[1][i])));
          }
        });
    return rows;
  }

  static double[][] point(double x, double y) {
    return new double[][] {{x}, {y}};
  }

  static double[][] diagonal() {
    return new double[][] {{0, 1}, {0, 1}};
  }
}
