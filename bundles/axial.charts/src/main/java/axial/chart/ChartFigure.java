package axial.chart;

import axial.view.figure.Figure;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jfree.chart.JFreeChart;

/**
 * A chart of the window as a figure for paper. It is asked on the event dispatch thread, where it
 * takes the look of paper while it is painted; the screen never shows that.
 */
public final class ChartFigure implements Figure {

  private final String name;
  private final JFreeChart chart;
  private final Dimension size;
  private final Supplier<String> caption;
  private final Supplier<List<List<String>>> data;
  private final Supplier<String> methods;
  private final Supplier<Optional<String>> run;

  /**
   * A figure whose words and data are asked for when it is exported.
   *
   * @param name short lower-case name for files, such as {@code learning-curves}
   * @param size in points (1/72 inch)
   * @param caption one sentence, with the id of its run where it has one
   * @param data rows of cells, the names of the columns first
   * @param methods sentences for the methods section of a paper
   * @param run id of its run; empty where it has none
   */
  public ChartFigure(
      String name,
      JFreeChart chart,
      Dimension size,
      Supplier<String> caption,
      Supplier<List<List<String>>> data,
      Supplier<String> methods,
      Supplier<Optional<String>> run) {
    this.name = name;
    this.chart = chart;
    this.size = new Dimension(size);
    this.caption = caption;
    this.data = data;
    this.methods = methods;
    this.run = run;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String caption() {
    return caption.get();
  }

  @Override
  public Optional<String> run() {
    return run.get();
  }

  @Override
  public Dimension size() {
    return new Dimension(size);
  }

  @Override
  public void paint(Graphics2D graphics, Dimension within) {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, within.width, within.height);
    chart.setNotify(false);
    try {
      ChartTheme.paper().dress(chart);
      chart.draw(graphics, new Rectangle(within));
    } finally {
      ChartTheme.window().dress(chart);
      chart.setNotify(true);
    }
  }

  @Override
  public List<List<String>> data() {
    return data.get();
  }

  @Override
  public String methods() {
    return methods.get();
  }
}
