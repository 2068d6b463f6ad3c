package axial.workbench.evaluation;

import axial.chart.ChartFigure;
import axial.chart.ChartTheme;
import axial.chart.Charts;
import axial.chart.Dressed;
import axial.chart.LineStyle;
import axial.chart.ThemedChartPanel;
import axial.eval.Estimate;
import axial.eval.EvaluationTable;
import axial.run.RunRecord;
import axial.view.Desk;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.JComponent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** The figures of a table with their intervals, a group of marks for each row. */
final class IntervalChart {

  private static final Dimension PAPER = new Dimension(460, 260);
  private static final Pattern ESTIMATE = Pattern.compile("([0-9.]+) \\(([0-9.]+) to ([0-9.]+)\\)");
  private static final double GAP = 0.14;

  private final JFreeChart chart;
  private final ThemedChartPanel panel;
  private Optional<RunRecord> run = Optional.empty();
  private Optional<EvaluationTable> table = Optional.empty();

  IntervalChart(Desk desk, String name) {
    XYPlot plot =
        new XYPlot(
            new YIntervalSeriesCollection(),
            new SymbolAxis("", new String[0]),
            new NumberAxis("share, 95 % interval"),
            new Marks());
    Charts.toOne((NumberAxis) plot.getRangeAxis());
    chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, true);
    panel = new ThemedChartPanel(chart, name, "Results by attribute with their intervals");
    panel.setMouseZoomable(false);
    desk.figure(
        panel,
        new ChartFigure(
            "results-by-attribute",
            chart,
            PAPER,
            this::caption,
            this::rows,
            this::methods,
            () -> run.map(RunRecord::id)));
  }

  JComponent component() {
    return panel;
  }

  void of(RunRecord record) {
    run = Optional.of(record);
  }

  void show(EvaluationTable shown) {
    table = Optional.of(shown);
    String[] names =
        shown.rows().stream()
            .map(row -> row.get(0) + " (" + row.get(1) + ")")
            .toArray(String[]::new);
    SymbolAxis axis = new SymbolAxis(shown.columns().get(0) + " (images)", names);
    axis.setGridBandsVisible(false);
    axis.setAutoRange(false);
    axis.setRange(-0.5, names.length - 0.5);
    XYPlot plot = (XYPlot) chart.getPlot();
    plot.setDomainAxis(axis);
    plot.setDataset(data(shown));
    ChartTheme.window().dress(chart);
  }

  private static YIntervalSeriesCollection data(EvaluationTable shown) {
    YIntervalSeriesCollection all = new YIntervalSeriesCollection();
    int columns = shown.columns().size();
    for (int column = 2; column < columns; column++) {
      YIntervalSeries series = new YIntervalSeries(shown.columns().get(column));
      double shift = (column - (columns + 1) / 2.0) * GAP;
      for (int row = 0; row < shown.rows().size(); row++) {
        int at = row;
        estimate(shown.rows().get(row).get(column))
            .ifPresent(e -> series.add(at + shift, e.value(), e.low(), e.high()));
      }
      all.addSeries(series);
    }
    return all;
  }

  private static Optional<Estimate> estimate(String cell) {
    Matcher matcher = ESTIMATE.matcher(cell);
    return matcher.matches()
        ? Optional.of(
            new Estimate(
                Double.parseDouble(matcher.group(1)),
                Double.parseDouble(matcher.group(2)),
                Double.parseDouble(matcher.group(3))))
        : Optional.empty();
  }

  private String caption() {
    return Methods.caption(table.orElseThrow().title() + ", on the test part.", run.orElseThrow());
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.orElseThrow().columns());
    rows.addAll(table.orElseThrow().rows());
    return rows;
  }

  private String methods() {
    return Methods.of(
        run.orElseThrow(),
        "Results on the test part were also computed %s; nobody corrected for their number."
            .formatted(table.orElseThrow().title().replaceFirst("^By", "by")));
  }

  /** Marks with whiskers, told apart by colour and shape. */
  private static final class Marks extends XYErrorRenderer implements Dressed {
    private static final long serialVersionUID = 1L;
    private static final int SERIES = 6;

    Marks() {
      setDrawXError(false);
      dress(ChartTheme.paper());
    }

    @Override
    public void dress(ChartTheme theme) {
      for (int series = 0; series < SERIES; series++) {
        LineStyle style = LineStyle.of(series);
        setSeriesPaint(series, style.colour(theme), false);
        setSeriesShape(series, style.mark(theme), false);
      }
      setErrorStroke(new BasicStroke(1.5f * theme.scale()));
      setCapLength(3.0 * theme.scale());
      fireChangeEvent();
    }
  }
}
