package axial.chart;

import java.awt.Dimension;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
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

  private final class ShowAll extends MouseAdapter {
    @Override
    public void mouseClicked(MouseEvent event) {
      if (event.getClickCount() == 2) {
        restoreAutoBounds();
      }
    }
  }
}
