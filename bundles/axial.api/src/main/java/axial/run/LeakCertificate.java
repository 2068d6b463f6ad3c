package axial.run;

import java.util.List;

/**
 * Whether the parts of a split share anything.
 *
 * @param sharedIds content ids that are in more than one part
 * @param sharedGroups groups that are in more than one part
 */
public record LeakCertificate(List<String> sharedIds, List<String> sharedGroups) {

  /** Copies the lists. */
  public LeakCertificate {
    sharedIds = List.copyOf(sharedIds);
    sharedGroups = List.copyOf(sharedGroups);
  }

  /** Whether nothing is shared. */
  public boolean clean() {
    return sharedIds.isEmpty() && sharedGroups.isEmpty();
  }
}
