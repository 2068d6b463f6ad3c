package axial.engine.dl4j.layers;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/**
 * What a kernel has made ready for batches of different sizes; the one unused for longest goes when
 * there are too many.
 */
final class Sizes<T extends AutoCloseable> implements AutoCloseable {

  private static final int MOST = 6;

  private final IntFunction<T> make;
  private final Map<Integer, T> ready = new LinkedHashMap<>(16, 0.75f, true);

  Sizes(IntFunction<T> make) {
    this.make = make;
  }

  T of(int images) {
    T known = ready.get(images);
    if (known != null) {
      return known;
    }
    if (ready.size() >= MOST) {
      Iterator<T> eldest = ready.values().iterator();
      close(eldest.next());
      eldest.remove();
    }
    T made = make.apply(images);
    ready.put(images, made);
    return made;
  }

  /** Adds up a figure of all. */
  long sum(ToLongFunction<T> figure) {
    return ready.values().stream().mapToLong(figure).sum();
  }

  private void close(T value) {
    try {
      value.close();
    } catch (RuntimeException broken) {
      throw broken;
    } catch (Exception checked) {
      throw new IllegalStateException("A kernel could not be closed.", checked);
    }
  }

  @Override
  public void close() {
    ready.values().forEach(this::close);
    ready.clear();
  }
}
