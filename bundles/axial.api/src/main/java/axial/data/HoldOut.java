package axial.data;

import java.time.Instant;
import java.util.Set;

/**
 * Images that are frozen: no run trains or validates on them, and none may be added or taken out.
 *
 * @param name short name for a person
 * @param frozen when
 * @param data address of the data that they came from
 * @param ids their content ids
 */
public record HoldOut(String name, Instant frozen, String data, Set<String> ids) {

  /** Copies the ids. */
  public HoldOut {
    ids = Set.copyOf(ids);
    if (name.isBlank() || ids.isEmpty()) {
      throw new IllegalArgumentException("A hold-out needs a name and at least one image.");
    }
  }
}
