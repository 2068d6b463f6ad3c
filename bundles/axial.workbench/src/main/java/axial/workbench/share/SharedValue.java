package axial.workbench.share;

import axial.view.Watched;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A value that all parts share. Only on the event dispatch thread. */
public final class SharedValue<T> {

  private final Set<Listener<T>> listeners = new LinkedHashSet<>();
  private T value;

  /** A value to begin with. */
  public SharedValue(T value) {
    this.value = value;
  }

  /** The value. */
  public T get() {
    return value;
  }

  /** Replaces it and tells all listeners when it is another one. */
  public void set(T changed) {
    if (changed.equals(value)) {
      return;
    }
    value = changed;
    for (Listener<T> listener : List.copyOf(listeners)) {
      if (listeners.contains(listener) && value == changed) {
        listener.told().accept(changed);
      }
    }
  }

  /** The value as one part sees it: its listeners end with its scope. */
  public Watched<T> within(Scope scope) {
    return new Watched<>() {
      @Override
      public T get() {
        return value;
      }

      @Override
      public void set(T changed) {
        SharedValue.this.set(changed);
      }

      @Override
      public void watch(Consumer<? super T> told) {
        Listener<T> listener = new Listener<>(told);
        listeners.add(listener);
        scope.atEnd(() -> listeners.remove(listener));
        told.accept(value);
      }
    };
  }

  /** By identity: one function may listen twice. */
  private static final class Listener<T> {
    private final Consumer<? super T> told;

    Listener(Consumer<? super T> told) {
      this.told = told;
    }

    Consumer<? super T> told() {
      return told;
    }
  }
}
