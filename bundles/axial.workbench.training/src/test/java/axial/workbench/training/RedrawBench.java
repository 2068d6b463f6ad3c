package axial.workbench.training;

import axial.view.testing.Picture;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.jfree.chart.plot.XYPlot;

/**
 * Prints how long it takes to take in new batches of a training of a million and to draw its
 * curves, in processor time of the event dispatch thread: the median and the longest of 100 times.
 */
final class RedrawBench {

  private static final int BATCHES = 1_000_000;
  private static final int TIMES = 100;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private RedrawBench() {}

  /** Needs no display. */
  public static void main(String[] args) throws Exception {
    EventQueue.invokeAndWait(
        () -> {
          Picture.look(false, 1);
          for (boolean zoomed : new boolean[] {false, true}) {
            measure(zoomed, 1200, 800);
          }
          measure(false, 2400, 1600);
        });
    System.exit(0);
  }

  private static void measure(boolean zoomed, int width, int height) {
    MadeUp training = new MadeUp("compact", BATCHES / 40, "cosine").train(BATCHES);
    CurvesChart chart = new CurvesChart();
    chart.follow(training);
    if (zoomed) {
      ((XYPlot) chart.chart().getPlot()).getDomainAxis().setRange(3, 9);
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    chart.panel().setSize(width, height);
    double[] milliseconds = new double[TIMES];
    for (int time = -TIMES / 2; time < TIMES; time++) {
      training.train(32);
      Graphics2D graphics = image.createGraphics();
      long begin = THREADS.getCurrentThreadCpuTime();
      chart.update(training);
      chart.panel().paint(graphics);
      long end = THREADS.getCurrentThreadCpuTime();
      graphics.dispose();
      milliseconds[Math.max(0, time)] = (end - begin) / 1e6;
    }
    Arrays.sort(milliseconds);
    System.out.printf(
        "%,d batches, %d x %d pixels%s: median %.1f ms, longest %.1f ms%n",
        BATCHES,
        width,
        height,
        zoomed ? ", zoomed" : "",
        milliseconds[TIMES / 2],
        milliseconds[TIMES - 1]);
  }
}
