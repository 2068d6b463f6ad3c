package axial.view;

import java.util.Map;
import javax.swing.JComponent;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a view shows in one window. Called on the event dispatch thread. A method that throws has
 * the part replaced by its error and the offer to load it again.
 */
@ConsumerType
public interface Part {

  /** The component, the same at each call. */
  JComponent component();

  /** It has become visible: begin work that only a visible part needs. */
  default void shown() {}

  /** It is no longer visible: stop that work. */
  default void hidden() {}

  /** What a later part of the same view should begin with, for {@link Desk#state()}. */
  default Map<String, String> state() {
    return Map.of();
  }

  /** The part is closed: stop threads and timers, let go of files. */
  default void close() {}
}
