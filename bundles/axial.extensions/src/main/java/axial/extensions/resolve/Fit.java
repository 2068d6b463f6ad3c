package axial.extensions.resolve;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What fits together.
 *
 * @param brought bundles that were not asked for and are needed, from those on offer
 * @param used the bundles that others are wired to, among those wanted and brought
 */
public record Fit(List<Described> brought, Set<Described> used) {

  /** Copies both. */
  public Fit {
    brought = List.copyOf(brought);
    used = Set.copyOf(new LinkedHashSet<>(used));
  }
}
