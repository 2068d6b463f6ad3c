package axial.train.loop;

import axial.train.Epoch;
import java.util.function.Supplier;

/** Adds up what the time of an epoch goes to. One thread. */
final class Stopwatch {

  /** What time can go to. */
  enum Part {
    DATA,
    COMPUTE,
    VALIDATION,
    LISTENERS,
    CHECKPOINT
  }

  private final long[] nanos = new long[Part.values().length];

  /** Does work and counts its time. */
  <T> T time(Part part, Supplier<T> work) {
    long began = System.nanoTime();
    try {
      return work.get();
    } finally {
      nanos[part.ordinal()] += System.nanoTime() - began;
    }
  }

  /** Does work and counts its time. */
  void time(Part part, Runnable work) {
    time(
        part,
        () -> {
          work.run();
          return part;
        });
  }

  /** What was counted; begins anew. */
  Epoch.Times next() {
    Epoch.Times times =
        new Epoch.Times(
            seconds(Part.DATA),
            seconds(Part.COMPUTE),
            seconds(Part.VALIDATION),
            seconds(Part.LISTENERS),
            seconds(Part.CHECKPOINT));
    java.util.Arrays.fill(nanos, 0);
    return times;
  }

  private double seconds(Part part) {
    return nanos[part.ordinal()] / 1e9;
  }
}
