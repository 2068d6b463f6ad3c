package axial.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.swing.UIManager;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/**
 * Colours, fonts and line widths of a chart: of the window as it looks now, or of paper. Immutable.
 *
 * @param background behind everything
 * @param text of titles, axes and legends
 * @param muted of axis lines
 * @param grid of grid lines
 * @param colours of series, at least one
 * @param font of axis labels; ticks are a little smaller, titles bold
 * @param scale of lines and marks; 1 where text has 12 points
 */
public record ChartTheme(
    Color background,
    Color text,
    Color muted,
    Color grid,
    List<Color> colours,
    Font font,
    float scale) {

  private static final float COMMON_SIZE = 12;
  private static final float TICKS = 0.92f;
  private static final float TITLE = 1.1f;
  private static final ChartTheme PAPER =
      new ChartTheme(
          Color.WHITE,
          Color.BLACK,
          new Color(0x808080),
          new Color(0xD8DCE0),
          Palette.ON_LIGHT,
          new Font(Font.SANS_SERIF, Font.PLAIN, 11),
          1);

  /** Copies the colours. */
  public ChartTheme {
    colours = List.copyOf(colours);
  }

  /** Black on white, for exported figures. */
  public static ChartTheme paper() {
    return PAPER;
  }

  /** The window's colours and text size as they are now; on the event dispatch thread. */
  public static ChartTheme window() {
    Color background = colour("Panel.background", Color.WHITE);
    Color text = colour("Label.foreground", Color.BLACK);
    Font font = Objects.requireNonNullElse(UIManager.getFont("Label.font"), PAPER.font);
    return new ChartTheme(
        background,
        text,
        mix(text, background, 0.5),
        mix(text, background, 0.15),
        Palette.luminance(background) < 0.5 ? Palette.ON_DARK : Palette.ON_LIGHT,
        font.deriveFont(Font.PLAIN),
        font.getSize2D() / COMMON_SIZE);
  }

  /** Whether the ground is dark. */
  public boolean dark() {
    return Palette.luminance(background) < 0.5;
  }

  /** The colour of a series by its number, from 0 on; more than there are begin anew. */
  public Color series(int number) {
    return colours.get(number % colours.size());
  }

  /** So much of the first colour, in [0, 1], over the second. */
  public static Color mix(Color over, Color under, double share) {
    return new Color(
        (int) Math.round(over.getRed() * share + under.getRed() * (1 - share)),
        (int) Math.round(over.getGreen() * share + under.getGreen() * (1 - share)),
        (int) Math.round(over.getBlue() * share + under.getBlue() * (1 - share)));
  }

  /** Gives a chart this look: flat, smooth, without borders; {@link Dressed} parts follow. */
  public void dress(JFreeChart chart) {
    chart.setAntiAlias(true);
    chart.setTextAntiAlias(true);
    chart.setBackgroundPaint(background);
    chart.setBorderVisible(false);
    chart.setPadding(new RectangleInsets(4 * scale, 4 * scale, 4 * scale, 8 * scale));
    if (chart.getTitle() != null) {
      chart.getTitle().setFont(font.deriveFont(Font.BOLD, font.getSize2D() * TITLE));
      chart.getTitle().setPaint(text);
    }
    LegendTitle legend = chart.getLegend();
    if (legend != null) {
      legend.setFrame(BlockBorder.NONE);
      legend.setBackgroundPaint(null);
      legend.setItemFont(font);
      legend.setItemPaint(text);
      legend.setItemLabelPadding(new RectangleInsets(2 * scale, 4 * scale, 2 * scale, 10 * scale));
    }
    dress(chart.getPlot());
  }

  private void dress(Plot plot) {
    plot.setBackgroundPaint(background);
    plot.setOutlineVisible(false);
    plot.setNoDataMessageFont(font);
    plot.setNoDataMessagePaint(muted);
    plot.setInsets(new RectangleInsets(2 * scale, 2 * scale, 2 * scale, 2 * scale));
    if (plot instanceof CombinedDomainXYPlot combined) {
      combined.setGap(6.0 * scale);
      dressAxis(combined.getDomainAxis());
      combined.getSubplots().forEach(each -> dress((Plot) each));
    } else if (plot instanceof XYPlot xy) {
      dressXy(xy);
    } else if (plot instanceof CategoryPlot categories) {
      dressCategories(categories);
    }
  }

  private void dressXy(XYPlot plot) {
    BasicStroke line = new BasicStroke(scale);
    plot.setRangeGridlinePaint(grid);
    plot.setRangeGridlineStroke(line);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeZeroBaselineVisible(false);
    for (int i = 0; i < plot.getDomainAxisCount(); i++) {
      dressAxis(plot.getDomainAxis(i));
    }
    for (int i = 0; i < plot.getRangeAxisCount(); i++) {
      dressAxis(plot.getRangeAxis(i));
    }
    for (int i = 0; i < plot.getRendererCount(); i++) {
      if (plot.getRenderer(i) instanceof Dressed dressed) {
        dressed.dress(this);
      }
    }
    dressAll(plot.getAnnotations());
    for (Layer layer : Layer.values()) {
      dressAll(plot.getDomainMarkers(layer));
      dressAll(plot.getRangeMarkers(layer));
    }
  }

  private void dressAll(@Nullable Collection<?> parts) {
    if (parts == null) {
      return; // JFreeChart's word for no markers
    }
    for (Object part : parts) {
      if (part instanceof Dressed dressed) {
        dressed.dress(this);
      }
    }
  }

  private void dressCategories(CategoryPlot plot) {
    plot.setRangeGridlinePaint(grid);
    plot.setRangeGridlineStroke(new BasicStroke(scale));
    plot.setDomainGridlinesVisible(false);
    dressAxis(plot.getDomainAxis());
    dressAxis(plot.getRangeAxis());
    if (plot.getRenderer() instanceof Dressed dressed) {
      dressed.dress(this);
    } else if (plot.getRenderer() instanceof BarRenderer bars) {
      bars.setBarPainter(new StandardBarPainter());
      bars.setShadowVisible(false);
      bars.setDrawBarOutline(false);
      bars.setDefaultItemLabelFont(font);
      bars.setDefaultItemLabelPaint(text);
      for (int series = 0; series < colours.size(); series++) {
        bars.setSeriesPaint(series, series(series), false);
      }
    }
  }

  private void dressAxis(@Nullable Axis axis) {
    if (axis == null) {
      return; // a subplot of a combined plot has no axis of its own
    }
    axis.setLabelFont(font);
    axis.setLabelPaint(text);
    axis.setTickLabelFont(font.deriveFont(font.getSize2D() * TICKS));
    axis.setTickLabelPaint(text);
    axis.setAxisLinePaint(muted);
    axis.setAxisLineStroke(new BasicStroke(scale));
    axis.setTickMarkPaint(muted);
    axis.setTickMarkStroke(new BasicStroke(scale));
    axis.setTickMarkOutsideLength(3 * scale);
  }

  private static Color colour(String key, Color otherwise) {
    Color colour = UIManager.getColor(key);
    return colour == null ? otherwise : colour;
  }
}
