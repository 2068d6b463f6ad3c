package axial.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many samples groups of duplicates cost.
 *
 * @param exact surplus samples whose very pixels another one of their group has
 * @param near surplus samples that only look like another one of their group
 * @param contradicting samples of groups that disagree about the class and of which none stays
 * @param groups how many groups there are
 */
public record DuplicateCounts(int exact, int near, int contradicting, int groups) {

  /**
   * The counts of these groups.
   *
   * @param removed the samples that were taken out of them
   */
  public static DuplicateCounts of(List<DuplicateGroup> groups, List<Sample> removed) {
    Set<Sample> gone = new HashSet<>(removed);
    int exact = 0;
    int near = 0;
    int contradicting = 0;
    for (DuplicateGroup group : groups) {
      Set<String> contents = new HashSet<>();
      group.samples().forEach(sample -> contents.add(sample.id()));
      if (group.crossesClasses() && gone.containsAll(group.samples())) {
        contradicting += group.samples().size();
      } else {
        exact += group.samples().size() - contents.size();
        near += contents.size() - 1;
      }
    }
    return new DuplicateCounts(exact, near, contradicting, groups.size());
  }

  /** In words, such as "3 exact and 1 near duplicate in 4 groups". */
  public String text() {
    String surplus =
        "%d exact and %d near %s"
            .formatted(exact, near, exact + near == 1 ? "duplicate" : "duplicates");
    return "%s%s in %d %s"
        .formatted(
            surplus,
            contradicting == 0
                ? ""
                : " and %d images whose copies disagree about the class,".formatted(contradicting),
            groups,
            groups == 1 ? "group" : "groups");
  }
}
