package axial.extensions.resolve;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What fits together.
 *
 * @param brought bundles that were not asked for and are needed, from those on offer
 * @param uses which others each is wired to, among those wanted and brought
 */
public record Fit(List<Described> brought, Map<Described, Set<Described>> uses) {

  /** Copies both. */
  public Fit {
    brought = List.copyOf(brought);
    uses = Map.copyOf(uses);
  }

  /** The bundles that others are wired to. */
  public Set<Described> used() {
    Set<Described> used = new LinkedHashSet<>();
    uses.values().forEach(used::addAll);
    return used;
  }

  /** These bundles and all that they are wired to, directly or through others. */
  public Set<Described> reach(Collection<Described> from) {
    Set<Described> reached = new LinkedHashSet<>(from);
    Deque<Described> left = new ArrayDeque<>(from);
    while (!left.isEmpty()) {
      for (Described next : uses.getOrDefault(left.pop(), Set.of())) {
        if (reached.add(next)) {
          left.push(next);
        }
      }
    }
    return reached;
  }
}
