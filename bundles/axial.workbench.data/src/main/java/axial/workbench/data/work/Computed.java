package axial.workbench.data.work;

import axial.view.WorkingData;
import java.util.Optional;

/**
 * What was computed of some data.
 *
 * @param data that it was computed of
 */
record Computed<T>(WorkingData data, T result) {

  /** Whether those data are these, unchanged. */
  boolean isOf(Optional<WorkingData> now) {
    return now.isPresent()
        && now.get().dataset() == data.dataset()
        && now.get().set().equals(data.set());
  }
}
