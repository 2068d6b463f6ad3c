package axial.workbench.queue;

/**
 * How often the window draws what a training reports. Drawing takes the processor away from the
 * training, so the pause after it is as many times longer as keeps its share small: 15 times a
 * second where a drawing takes half a millisecond, once a second where it takes 8.
 */
final class Pace {

  private static final long FASTEST_MILLIS = 66;
  private static final long SLOWEST_MILLIS = 2000;
  private static final long PAUSE_PER_DRAWING = 128;
  private static final double NANOS_PER_MILLI = 1e6;

  private Pace() {}

  /**
   * Milliseconds to the next drawing.
   *
   * @param drawingNanos processor time of the last one, in nanoseconds
   */
  static int after(long drawingNanos) {
    long pause = Math.round(drawingNanos / NANOS_PER_MILLI * PAUSE_PER_DRAWING);
    return (int) Math.max(FASTEST_MILLIS, Math.min(SLOWEST_MILLIS, pause));
  }
}
