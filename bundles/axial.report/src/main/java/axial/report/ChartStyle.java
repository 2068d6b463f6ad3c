package axial.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/**
 * What all charts look like. Lines differ in colour (Okabe and Ito's palette, which colour-blind
 * readers can tell apart), in their dashes and in their marks.
 */
final class ChartStyle {

  private static final List<Color> COLOURS =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0x000000),
          new Color(0xE69F00));
  private static final List<Stroke> STROKES =
      List.of(
          new BasicStroke(2f),
          dashes(7, 3),
          dashes(2, 3),
          dashes(9, 3, 2, 3),
          dashes(14, 4),
          dashes(4, 2));
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 16);
  private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
  private static final Color GRID = new Color(0xB8C0C8);

  private ChartStyle() {}

  /** How many lines of one chart can be told apart. */
  static int mostLines() {
    return COLOURS.size();
  }

  private static Stroke dashes(float... lengths) {
    return new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, lengths, 0f);
  }

  /** Lines that can be told apart, with or without marks at their points. */
  static XYLineAndShapeRenderer lines(int count, boolean marked) {
    XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, marked);
    lines.setDrawSeriesLineAsPath(true); // else dashes begin anew at every point
    for (int s = 0; s < count; s++) {
      lines.setSeriesPaint(s, COLOURS.get(s));
      lines.setSeriesStroke(s, STROKES.get(s));
      lines.setSeriesShape(s, mark(s));
    }
    return lines;
  }

  private static Shape mark(int series) {
    return switch (series % 3) {
      case 0 -> new Ellipse2D.Double(-3, -3, 6, 6);
      case 1 -> new Rectangle2D.Double(-3, -3, 6, 6);
      default -> {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(0, -4);
        triangle.lineTo(4, 3);
        triangle.lineTo(-4, 3);
        triangle.closePath();
        yield triangle;
      }
    };
  }

  /** Gives a chart its colours and fonts; a legend only where there are several lines. */
  static void dress(JFreeChart chart, int lines) {
    chart.setBackgroundPaint(Color.WHITE);
    chart.getTitle().setFont(TITLE);
    chart.getTitle().setPaint(Color.BLACK);
    if (lines > 1) {
      chart.getLegend().setItemFont(LABEL);
      chart.getLegend().setFrame(BlockBorder.NONE);
    } else {
      chart.removeLegend();
    }
    XYPlot plot = chart.getXYPlot();
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setRangeGridlinePaint(GRID);
    plot.setDomainGridlinesVisible(false);
    for (ValueAxis axis : List.of(plot.getDomainAxis(), plot.getRangeAxis())) {
      axis.setTickLabelFont(LABEL);
      axis.setLabelFont(LABEL);
      axis.setTickLabelPaint(Color.BLACK);
      axis.setLabelPaint(Color.BLACK);
    }
  }

  static DecimalFormat format(String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  /** A PNG of twice the size at which it is shown. */
  static byte[] png(JFreeChart chart, int width, int height) {
    BufferedImage image = new BufferedImage(2 * width, 2 * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(2, 2);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    graphics.dispose();
    return Pictures.png(image);
  }
}
