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
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The training curves by JFreeChart, each as a PNG of twice its shown size. */
final class Charts {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 300;
  private static final Color[] COLOURS = {new Color(0x0072B2), new Color(0xD55E00)};
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
  private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

  private final List<Epoch> epochs;

  Charts(List<Epoch> epochs) {
    this.epochs = epochs;
  }

  /** Training and validation in one picture; rates reach from 0 to 1. */
  byte[] both(
      String title,
      ToDoubleFunction<Epoch> train,
      ToDoubleFunction<Epoch> validation,
      boolean rate) {
    XYSeriesCollection data = new XYSeriesCollection();
    data.addSeries(series("training", train));
    data.addSeries(series("validation", validation));
    NumberAxis axis = new NumberAxis();
    if (rate) {
      axis.setRange(0, 1.02);
    } else {
      axis.setAutoRangeIncludesZero(true);
    }
    return chart(title, data, axis, true);
  }

  /** The learning rate on a logarithmic axis. */
  byte[] learningRate() {
    XYSeriesCollection data = new XYSeriesCollection();
    data.addSeries(series("learning rate", Epoch::learningRate));
    LogAxis axis = new LogAxis();
    double lowest = epochs.stream().mapToDouble(Epoch::learningRate).min().orElse(1e-3);
    double highest = epochs.stream().mapToDouble(Epoch::learningRate).max().orElse(1e-3);
    axis.setRange(lowest / 3, highest * 3);
    axis.setNumberFormatOverride(new java.text.DecimalFormat("0.#E0"));
    return chart("Learning rate", data, axis, false);
  }

  private XYSeries series(String name, ToDoubleFunction<Epoch> value) {
    XYSeries series = new XYSeries(name);
    epochs.forEach(epoch -> series.add(epoch.number(), value.applyAsDouble(epoch)));
    return series;
  }

  private byte[] chart(String title, XYSeriesCollection data, ValueAxis axis, boolean legend) {
    JFreeChart chart = ChartFactory.createXYLineChart(title, "epoch", null, data);
    chart.setBackgroundPaint(Color.WHITE);
    chart.getTitle().setFont(TITLE);
    if (legend) {
      chart.getLegend().setItemFont(LABEL);
      chart.getLegend().setFrame(org.jfree.chart.block.BlockBorder.NONE);
    } else {
      chart.removeLegend();
    }
    XYPlot plot = chart.getXYPlot();
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setRangeGridlinePaint(new Color(0xD0D7DE));
    plot.setDomainGridlinesVisible(false);
    plot.setRangeAxis(axis);
    NumberAxis domain = (NumberAxis) plot.getDomainAxis();
    domain.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    domain.setRange(0.5, Math.max(1.5, epochs.size() + 0.5));
    for (ValueAxis one : List.of(domain, axis)) {
      one.setTickLabelFont(LABEL);
      one.setLabelFont(LABEL);
    }
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    for (int s = 0; s < data.getSeriesCount(); s++) {
      renderer.setSeriesPaint(s, COLOURS[s]);
      renderer.setSeriesStroke(s, new BasicStroke(2f));
      renderer.setSeriesShape(
          s, s == 0 ? new Ellipse2D.Double(-3, -3, 6, 6) : new Rectangle2D.Double(-3, -3, 6, 6));
    }
    plot.setRenderer(renderer);
    BufferedImage image = new BufferedImage(2 * WIDTH, 2 * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(2, 2);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    graphics.dispose();
    return Pictures.png(image);
  }
}
