package axial.workbench.training;

import axial.chart.ChartTheme;
import axial.chart.Charts;
import axial.chart.LineStyle;
import axial.chart.MarkedValue;
import axial.chart.StyledLines;
import axial.chart.ThemedChartPanel;
import axial.train.Epoch;
import axial.view.run.Course;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;

/**
 * Loss, accuracy, recall and learning rate above one another, over the same epochs: batches thin,
 * epochs thick, validation dashed, the best epoch marked. Only on the event dispatch thread.
 */
final class CurvesChart {

  private static final LineStyle TRAINING = new LineStyle(0, 0, 2.2f, false, 1);
  private static final LineStyle VALIDATION = new LineStyle(1, 1, 2.2f, true, 1);

  /** One of the figures above one another. */
  private static final class Row {
    final XYPlot plot;
    final XYSeriesCollection epochs = new XYSeriesCollection();
    final XYSeriesCollection earlier = new XYSeriesCollection();
    final StyledLines earlierLines = new StyledLines(List.of());
    final ToDoubleFunction<Epoch> training;
    final ToDoubleFunction<Epoch> validation;

    Row(
        ValueAxis axis,
        ToDoubleFunction<Epoch> training,
        ToDoubleFunction<Epoch> validation,
        boolean both) {
      this.training = training;
      this.validation = validation;
      epochs.addSeries(new XYSeries("training", false, true));
      if (both) {
        epochs.addSeries(new XYSeries("validation", false, true));
      }
      plot = new XYPlot(null, null, axis, null);
      plot.setDataset(2, epochs);
      plot.setRenderer(2, new StyledLines(List.of(TRAINING, VALIDATION)));
      plot.setDataset(1, earlier);
      plot.setRenderer(1, earlierLines);
      plot.setRenderer(0, new ThinLines());
    }

    void add(Epoch epoch) {
      epochs.getSeries(0).add(epoch.number(), finite(training.applyAsDouble(epoch)), false);
      if (epochs.getSeriesCount() > 1) {
        epochs.getSeries(1).add(epoch.number(), finite(validation.applyAsDouble(epoch)), false);
      }
    }

    void clear() {
      epochs.getSeries(0).clear();
      if (epochs.getSeriesCount() > 1) {
        epochs.getSeries(1).clear();
      }
    }
  }

  private final NumberAxis axis = new NumberAxis("epoch");
  private final CombinedDomainXYPlot plot = new CombinedDomainXYPlot(axis);
  private final List<Row> rows = new ArrayList<>();
  private final List<BatchSeries> batches = new ArrayList<>();
  private final JFreeChart chart;
  private @Nullable ThemedChartPanel panel;
  private int shown;
  private int best;

  CurvesChart() {
    NumberAxis loss = new NumberAxis("loss");
    loss.setAutoRangeIncludesZero(true);
    NumberAxis accuracy = new NumberAxis("accuracy");
    Charts.toOne(accuracy);
    NumberAxis recall = new NumberAxis("recall");
    Charts.toOne(recall);
    rows.add(new Row(loss, e -> e.train().loss(), e -> e.validation().loss(), true));
    rows.add(new Row(accuracy, e -> e.train().accuracy(), e -> e.validation().accuracy(), true));
    rows.add(new Row(recall, e -> e.train().recall(), e -> e.validation().recall(), true));
    rows.add(new Row(Charts.powersOfTen("rate"), Epoch::learningRate, Epoch::learningRate, false));
    int[] heights = {7, 5, 5, 3};
    for (int i = 0; i < heights.length; i++) {
      plot.add(rows.get(i).plot, heights[i]);
    }
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    axis.setAutoRangeIncludesZero(true);
    axis.setAutoRangeMinimumSize(1);
    chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
    LegendTitle legend = new LegendTitle(rows.get(0).plot);
    legend.setPosition(RectangleEdge.BOTTOM);
    chart.addSubtitle(legend);
  }

  /** Chooses the points that so many pixels can show. */
  void choose(int width) {
    batches.forEach(series -> series.choose(axis.getLowerBound(), axis.getUpperBound(), width));
  }

  JFreeChart chart() {
    return chart;
  }

  /** The panel that shows it; made when it is first asked for, on the event dispatch thread. */
  ThemedChartPanel panel() {
    ThemedChartPanel made = panel;
    if (made == null) {
      made = new ThemedChartPanel(chart, "curves.chart", "Curves of the training");
      made.setRangeZoomable(false);
      made.beforePainting(this::choose);
      panel = made;
    }
    return made;
  }

  /** Begins to draw another training. */
  void follow(Course course) {
    Course.Batches of = course.batches();
    batches.clear();
    batches.add(new BatchSeries("training, each batch", of, of::loss));
    batches.add(new BatchSeries("training, each batch", of, of::accuracy));
    batches.add(new BatchSeries("training, each batch", of, of::recall));
    for (int i = 0; i < batches.size(); i++) {
      rows.get(i).plot.setDataset(0, batches.get(i));
    }
    rows.forEach(Row::clear);
    shown = 0;
    best = 0;
    update(course);
  }

  /** Draws what has come since. */
  void update(Course course) {
    chart.setNotify(false);
    batches.forEach(BatchSeries::update);
    List<Epoch> epochs = course.epochs();
    for (Epoch epoch : epochs.subList(Math.min(shown, epochs.size()), epochs.size())) {
      rows.forEach(row -> row.add(epoch));
    }
    if (shown != epochs.size()) {
      rows.forEach(row -> row.epochs.getSeries(0).fireSeriesChanged());
    }
    shown = epochs.size();
    if (best != course.bestEpoch()) {
      best = course.bestEpoch();
      mark();
    }
    chart.setNotify(true);
  }

  private void mark() {
    for (Row row : rows) {
      row.plot.clearDomainMarkers();
      if (best > 0) {
        MarkedValue mark = new MarkedValue(best, row == rows.get(0) ? "best: epoch " + best : "");
        mark.dress(ChartTheme.window());
        row.plot.addDomainMarker(mark);
      }
    }
  }

  /** Draws the validation figures of earlier runs, and the learning rates. */
  void overlays(List<Overlay> overlays) {
    chart.setNotify(false);
    List<LineStyle> styles = LineStyle.of(2, overlays.size());
    for (Row row : rows) {
      row.earlier.removeAllSeries();
      for (Overlay overlay : overlays) {
        XYSeries series = new XYSeries(overlay.name(), false, true);
        for (Epoch epoch : overlay.epochs()) {
          series.add(epoch.number(), finite(row.validation.applyAsDouble(epoch)));
        }
        row.earlier.addSeries(series);
      }
      row.earlierLines.styles(styles, ChartTheme.window());
    }
    chart.setNotify(true);
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : Double.NaN;
  }
}
