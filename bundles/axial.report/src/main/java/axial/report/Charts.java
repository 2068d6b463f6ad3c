package axial.report;

import axial.train.Epoch;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The training curves by JFreeChart, each as a PNG of twice its shown size. */
final class Charts {

  private static final int WIDTH = 540;
  private static final int HEIGHT = 300;
  private static final int MOST_MARKED = 50;
  private static final Color[] COLOURS = {new Color(0x0072B2), new Color(0xD55E00)};
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 16);
  private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

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
      axis.setTickUnit(new NumberTickUnit(0.2, format("0.0")));
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
      axis.setTickUnit(new NumberTickUnit(Math.ceil((top - bottom) / 8), format("0")));
    }
    return chart("Learning rate", new XYSeriesCollection(series), axis);
  }

  private static DecimalFormat format(String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
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
    chart.setBackgroundPaint(Color.WHITE);
    chart.getTitle().setFont(TITLE);
    chart.getTitle().setPaint(Color.BLACK);
    if (data.getSeriesCount() > 1) {
      chart.getLegend().setItemFont(LABEL);
      chart.getLegend().setFrame(BlockBorder.NONE);
    } else {
      chart.removeLegend();
    }
    XYPlot plot = chart.getXYPlot();
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setRangeGridlinePaint(new Color(0xB8C0C8));
    plot.setDomainGridlinesVisible(false);
    plot.setRangeAxis(axis);
    NumberAxis domain = (NumberAxis) plot.getDomainAxis();
    domain.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    domain.setRange(0.5, epochs.get(epochs.size() - 1).number() + 0.5);
    for (ValueAxis one : List.of(domain, axis)) {
      one.setTickLabelFont(LABEL);
      one.setLabelFont(LABEL);
      one.setTickLabelPaint(Color.BLACK);
      one.setLabelPaint(Color.BLACK);
    }
    XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, epochs.size() <= MOST_MARKED);
    for (int s = 0; s < data.getSeriesCount(); s++) {
      lines.setSeriesPaint(s, COLOURS[s]);
      lines.setSeriesShape(
          s, s == 0 ? new Ellipse2D.Double(-3, -3, 6, 6) : new Rectangle2D.Double(-3, -3, 6, 6));
      lines.setSeriesStroke(s, s == 0 ? new BasicStroke(2f) : dashes());
    }
    plot.setRenderer(lines);
    return draw(chart);
  }

  private static BasicStroke dashes() {
    return new BasicStroke(
        2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {7f, 3f}, 0f);
  }

  private static byte[] draw(JFreeChart chart) {
    BufferedImage image = new BufferedImage(2 * WIDTH, 2 * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(2, 2);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    graphics.dispose();
    return Pictures.png(image);
  }
}
