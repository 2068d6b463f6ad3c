package axial.view.testing;

import axial.view.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A shared value that tells its listeners. */
final class Shared<T> implements Watched<T> {

  private final List<Consumer<? super T>> listeners = new ArrayList<>();
  private T value;

  Shared(T value) {
    this.value = value;
  }

  @Override
  public T get() {
    return value;
  }

  @Override
  public void set(T changed) {
    if (!changed.equals(value)) {
      value = changed;
      List.copyOf(listeners).forEach(listener -> listener.accept(changed));
    }
  }

  @Override
  public void watch(Consumer<? super T> listener) {
    listeners.add(listener);
    listener.accept(value);
  }
}
