package axial.engine.dl4j.layers;

import java.util.function.Supplier;

/** Adds up time. One thread at a time. */
public final class Stopwatch {

  private long nanoseconds;

  <T> T time(Supplier<T> work) {
    long began = System.nanoTime();
    T result = work.get();
    nanoseconds += System.nanoTime() - began;
    return result;
  }

  /** Seconds since the last call. */
  public double take() {
    double seconds = nanoseconds / 1e9;
    nanoseconds = 0;
    return seconds;
  }
}
