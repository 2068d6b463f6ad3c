package axial.workbench.model;

import axial.model.Network;
import axial.view.form.Span;
import java.util.Locale;

/**
 * How much memory a training will need, from the shapes alone: for each image of a batch every
 * output and its gradient, and for each parameter the weight, its gradient and two moments, four
 * bytes each. An engine needs some working memory besides.
 *
 * @param batch images in a step
 * @param bytes of a training
 * @param steps of an epoch; 0 while no data is open
 */
record Estimate(int batch, long bytes, int steps) {

  private static final int FLOAT = 4;
  private static final double MEBI = 1024.0 * 1024;

  /**
   * The estimate for a network.
   *
   * @param training images of the training part; 0 while no data is open
   */
  static Estimate of(Network network, int batch, int training) {
    long values =
        network.input().size()
            + network.shapes().stream().mapToLong(shape -> shape.size()).sum() * 2;
    long bytes = FLOAT * (values * batch + 4 * network.parameters());
    return new Estimate(batch, bytes, (training + batch - 1) / batch);
  }

  /** The time of an epoch's computing in words; it says that it is about that. */
  static String time(double seconds) {
    return "An epoch takes about " + Span.of(seconds) + " on this machine.";
  }

  /** In words; it says that it is an estimate. */
  String words() {
    String memory = String.format(Locale.ROOT, "about %,.0f MB of memory", bytes / MEBI);
    return "Estimate: "
        + memory
        + (steps == 0 ? "." : String.format(Locale.ROOT, ", about %,d steps an epoch.", steps));
  }
}
