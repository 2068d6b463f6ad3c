package axial.workbench.data.bench;

import java.awt.Point;
import java.awt.Toolkit;
import java.util.Locale;
import javax.swing.JViewport;
import javax.swing.RepaintManager;

/** Counts how often a viewport was painted at another place. Only on the event dispatch thread. */
final class Frames extends RepaintManager {

  private JViewport viewport = new JViewport();
  private Point last = new Point();
  private int frames;
  private long began;
  private long before;
  private double longest;

  /** Begins to count. */
  void begin(JViewport of) {
    viewport = of;
    last = of.getViewPosition();
    frames = 0;
    began = System.nanoTime();
    before = began;
    longest = 0;
  }

  @Override
  public void paintDirtyRegions() {
    super.paintDirtyRegions();
    Point now = viewport.getViewPosition();
    if (!now.equals(last)) {
      Toolkit.getDefaultToolkit().sync();
      long time = System.nanoTime();
      last = now;
      frames++;
      longest = Math.max(longest, (time - before) / 1e6);
      before = time;
    }
  }

  /** What was counted. */
  String text() {
    return String.format(
        Locale.ROOT,
        "; %.0f frames/s, longest gap %.0f ms",
        frames / ((before - began) / 1e9),
        longest);
  }
}
