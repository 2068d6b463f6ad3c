package axial.workbench.evaluation;

import axial.run.RunRecord;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;

/**
 * What a view shows of a run.
 *
 * @param <T> what is made ready of a run off the event dispatch thread; immutable
 */
interface Content<T> {

  /** The component, the same at each call. */
  JComponent component();

  /** Makes a run ready to be shown, on a background thread; nothing where the run lacks it. */
  Optional<T> prepare(RunRecord run);

  /** Shows it, on the event dispatch thread. */
  void show(RunRecord run, T prepared);

  /** What a later content should begin with. */
  default Map<String, String> state() {
    return Map.of();
  }

  /** Stops threads and listeners, on the event dispatch thread. */
  default void close() {}
}
