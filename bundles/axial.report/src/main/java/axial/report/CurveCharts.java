package axial.report;

import axial.eval.Curve;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The curves of an evaluation by JFreeChart; those of the same axes share a picture. */
final class CurveCharts {

  private static final int WIDTH = 540;
  private static final int HEIGHT = 400;
  private static final int MOST_MARKED = 12;
  private static final int LONGEST_NAME = 32;
  private static final String COLON = ": ";
  private static final Color DIAGONAL = new Color(0x767E87);
  private static final BasicStroke THIN_DASHES =
      new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {4f, 4f}, 0f);

  private CurveCharts() {}

  /** A picture with its title. */
  record Chart(String title, byte[] png) {}

  /** The pictures, in the order of the first curve of each. */
  static List<Chart> of(List<Curve> curves) {
    record Axes(String x, String y, boolean diagonal) {}
    Map<Axes, List<Curve>> byAxes = new LinkedHashMap<>();
    for (Curve curve : curves) {
      byAxes
          .computeIfAbsent(new Axes(curve.x(), curve.y(), curve.diagonal()), a -> new ArrayList<>())
          .add(curve);
    }
    List<Chart> charts = new ArrayList<>();
    for (List<Curve> together : byAxes.values()) {
      for (int from = 0; from < together.size(); from += ChartStyle.mostLines()) {
        int to = Math.min(together.size(), from + ChartStyle.mostLines());
        charts.add(chart(together.subList(from, to)));
      }
    }
    return charts;
  }

  private static Chart chart(List<Curve> curves) {
    Curve first = curves.get(0);
    String title = curves.size() == 1 ? first.title() : first.title().split(COLON, 2)[0];
    XYSeriesCollection data = new XYSeriesCollection();
    boolean marked = true;
    boolean shares = true;
    for (int i = 0; i < curves.size(); i++) {
      XYSeries series = new XYSeries(i + " " + curves.get(i).id(), false, true);
      series.setDescription(name(curves.get(i).title()));
      for (Curve.Point point : curves.get(i).points()) {
        series.add(point.x(), point.y());
        shares &= isShare(point.x()) && isShare(point.y());
      }
      marked &= series.getItemCount() <= MOST_MARKED;
      data.addSeries(series);
    }
    JFreeChart chart = ChartFactory.createXYLineChart(shorten(title), first.x(), first.y(), data);
    XYPlot plot = chart.getXYPlot();
    var lines = ChartStyle.lines(data.getSeriesCount(), marked);
    lines.setLegendItemLabelGenerator((set, s) -> data.getSeries(s).getDescription());
    plot.setRenderer(lines);
    if (shares) {
      toOne(plot.getDomainAxis());
      toOne(plot.getRangeAxis());
    }
    if (first.diagonal()) {
      plot.addAnnotation(new XYLineAnnotation(0, 0, 1, 1, THIN_DASHES, DIAGONAL));
    }
    ChartStyle.dress(chart, curves.size());
    return new Chart(title, ChartStyle.png(chart, WIDTH, HEIGHT));
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  private static void toOne(ValueAxis axis) {
    axis.setRange(-0.015, 1.03);
    ((NumberAxis) axis).setTickUnit(new NumberTickUnit(0.2, ChartStyle.format("0.0")));
  }

  private static String name(String title) {
    int colon = title.indexOf(COLON);
    return shorten(colon < 0 ? title : title.substring(colon + COLON.length()));
  }

  /** Names come from data; a long one would leave no room for the lines. */
  private static String shorten(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
  }
}
