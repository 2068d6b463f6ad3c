package axial.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;

/** Makes the charts of the window. On the event dispatch thread. */
public final class Charts {

  private static final double MARGIN = 0.02;

  private Charts() {}

  /**
   * A chart of lines with a legend below, without a title.
   *
   * @param x what the horizontal axis says, with its unit
   * @param y what the vertical axis says, with its unit
   */
  public static JFreeChart lines(String x, String y, XYDataset data, List<LineStyle> styles) {
    NumberAxis vertical = new NumberAxis(y);
    vertical.setAutoRangeIncludesZero(false);
    NumberAxis horizontal = new NumberAxis(x);
    horizontal.setAutoRangeIncludesZero(false);
    XYPlot plot = new XYPlot(data, horizontal, vertical, new StyledLines(styles));
    return new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, true);
  }

  /** Has an axis show [0, 1], with a little room so that lines at its ends are seen. */
  public static void toOne(NumberAxis axis) {
    axis.setRange(-MARGIN, 1 + MARGIN);
  }

  /** An axis of powers of ten, for values above 0. */
  public static LogAxis powersOfTen(String label) {
    LogAxis axis = new LogAxis(label);
    axis.setNumberFormatOverride(format("0E0"));
    axis.setSmallestValue(1e-12);
    axis.setAutoRange(true);
    return axis;
  }

  /** Numbers as they are written in papers in English, whatever the language of the machine. */
  public static DecimalFormat format(String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
  }
}
