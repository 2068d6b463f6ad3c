package axial.report;

import axial.train.Epoch;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The training curves by JFreeChart. */
final class Charts {

  private static final int WIDTH = 540;
  private static final int HEIGHT = 300;
  private static final int MOST_MARKED = 50;

  private final List<Epoch> epochs;

  Charts(List<Epoch> epochs) {
    this.epochs = epochs;
  }

  /** Training and validation in one picture; rates reach from 0 to 1. */
  byte[] both(String title, String train, String validation) {
    XYSeriesCollection data = new XYSeriesCollection();
    data.addSeries(series("training", train));
    data.addSeries(series("validation", validation));
    NumberAxis axis = new NumberAxis();
    axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
    if (train.equals("loss")) {
      axis.setAutoRangeIncludesZero(true);
    } else {
      axis.setRange(0, 1.03);
      axis.setTickUnit(new NumberTickUnit(0.2, ChartStyle.format("0.0")));
    }
    return chart(title, data, axis);
  }

  /** The learning rate on a logarithmic axis of whole decades. */
  byte[] learningRate() {
    XYSeries series = new XYSeries("learning rate");
    double lowest = Double.POSITIVE_INFINITY;
    double highest = 0;
    for (Epoch epoch : epochs) {
      double rate = epoch.learningRate();
      if (rate > 0 && Double.isFinite(rate)) {
        series.add(epoch.number(), rate);
        lowest = Math.min(lowest, rate);
        highest = Math.max(highest, rate);
      }
    }
    LogAxis axis = new LogAxis();
    if (highest > 0) {
      double bottom = Math.floor(Math.log10(lowest) - 0.1);
      double top = Math.ceil(Math.log10(highest) + 0.1);
      // A little more than whole decades, so that rounding takes no end's label away.
      axis.setRange(0.97 * Math.pow(10, bottom), 1.03 * Math.pow(10, top));
      axis.setTickUnit(new NumberTickUnit(Math.ceil((top - bottom) / 8), ChartStyle.format("0")));
    }
    return chart("Learning rate", new XYSeriesCollection(series), axis);
  }

  /** A value that is not a number, as of a training that diverged, leaves a gap. */
  private XYSeries series(String name, String figure) {
    XYSeries series = new XYSeries(name);
    for (Epoch epoch : epochs) {
      double value = epoch.figure(figure);
      series.add(epoch.number(), Double.isFinite(value) ? value : Double.NaN);
    }
    return series;
  }

  private byte[] chart(String title, XYSeriesCollection data, ValueAxis axis) {
    JFreeChart chart = ChartFactory.createXYLineChart(title, "epoch", null, data);
    XYPlot plot = chart.getXYPlot();
    plot.setRangeAxis(axis);
    NumberAxis domain = (NumberAxis) plot.getDomainAxis();
    domain.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    domain.setRange(0.5, epochs.get(epochs.size() - 1).number() + 0.5);
    plot.setRenderer(ChartStyle.lines(data.getSeriesCount(), epochs.size() <= MOST_MARKED));
    ChartStyle.dress(chart, data.getSeriesCount());
    return ChartStyle.png(chart, WIDTH, HEIGHT);
  }
}
