package axial.view;

import java.util.function.Consumer;

/**
 * A value that all views share, such as the selected run. Only on the event dispatch thread.
 *
 * @param <T> an immutable value
 */
public interface Watched<T> {

  /** The value. */
  T get();

  /** Replaces the value; listeners are told when it is another one. */
  void set(T value);

  /** Tells the value now and after each change, until the part is closed. */
  void watch(Consumer<? super T> listener);
}
