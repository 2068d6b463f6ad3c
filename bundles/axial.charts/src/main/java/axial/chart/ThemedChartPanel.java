package axial.chart;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.IntConsumer;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;

/**
 * A chart in the colours and text size of the window; it follows when the look of the window
 * changes. It is drawn straight to the screen, so it is sharp at every scale. Dragging a rectangle
 * zooms, a double click shows everything again. Only on the event dispatch thread.
 */
public final class ThemedChartPanel extends ChartPanel {

  private static final long serialVersionUID = 1L;
  private static final int LARGEST = 1 << 16;

  private transient IntConsumer prepare = width -> {};

  /**
   * A panel of that chart, which from then on has the look of the window.
   *
   * @param name for tests, such as {@code curves.chart}
   * @param says what a screen reader says it is
   */
  public ThemedChartPanel(JFreeChart chart, String name, String says) {
    super(chart, 480, 300, 1, 1, LARGEST, LARGEST, false, false, false, false, false, true);
    setName(name);
    getAccessibleContext().setAccessibleName(says);
    setMouseWheelEnabled(false);
    setMouseZoomable(true);
    setMinimumSize(new Dimension(0, 0));
    ChartTheme.window().dress(chart);
    addMouseListener(new ShowAll());
  }

  /** Called by Swing when the look of the window changes, and once before there is a chart. */
  @Override
  public void updateUI() {
    super.updateUI();
    JFreeChart chart = getChart();
    if (chart != null) {
      ChartTheme.window().dress(chart);
    }
  }

  /**
   * Has something done before each painting, such as choosing the points that are worth drawing. It
   * must not tell the chart of a change, and takes a few milliseconds at most.
   *
   * @param prepare is given the width of the panel in pixels of the screen
   */
  public void beforePainting(IntConsumer prepare) {
    this.prepare = prepare;
  }

  @Override
  public void paintComponent(Graphics graphics) {
    double scale = ((Graphics2D) graphics).getTransform().getScaleX();
    prepare.accept((int) Math.max(1, Math.ceil(getWidth() * scale)));
    super.paintComponent(graphics);
  }

  private final class ShowAll extends MouseAdapter {
    @Override
    public void mouseClicked(MouseEvent event) {
      if (event.getClickCount() == 2) {
        restoreAutoBounds();
      }
    }
  }
}
