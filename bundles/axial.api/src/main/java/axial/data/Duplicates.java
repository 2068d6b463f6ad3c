package axial.data;

import java.util.List;
import java.util.Set;

/**
 * What a duplicate finder found.
 *
 * @param groups in the order of their first sample; no sample is in two groups, and every member
 *     was confirmed against the first one of its group, but for groups that a person took apart
 * @param pairs every pair that was confirmed, those of the groups included but for exact copies of
 *     one content; pairs of kind {@link SimilarPair.Kind#SERIES} or {@code DISTINCT} are in no
 *     group
 * @param notes what a user should know about the search, one sentence each; mostly empty
 */
public record Duplicates(List<DuplicateGroup> groups, List<SimilarPair> pairs, List<String> notes) {

  /** Copies the lists. */
  public Duplicates {
    groups = List.copyOf(groups);
    pairs = List.copyOf(pairs);
    notes = List.copyOf(notes);
  }

  /** Duplicates without a note. */
  public Duplicates(List<DuplicateGroup> groups, List<SimilarPair> pairs) {
    this(groups, pairs, List.of());
  }

  /**
   * The same without what a person has told apart: groups fall into the sets of {@link
   * DuplicateGroup#apart}, of which those of one sample are no groups, and pairs are of kind {@link
   * SimilarPair.Kind#DISTINCT}.
   */
  public Duplicates apart(Set<Distinction> distinctions) {
    if (distinctions.isEmpty()) {
      return this;
    }
    return new Duplicates(
        groups.stream()
            .flatMap(group -> group.apart(distinctions).stream())
            .filter(set -> set.size() > 1)
            .map(DuplicateGroup::new)
            .toList(),
        pairs.stream().map(pair -> isApart(pair, distinctions) ? pair.toldApart() : pair).toList(),
        notes);
  }

  private static boolean isApart(SimilarPair pair, Set<Distinction> distinctions) {
    String first = pair.first().id();
    String second = pair.second().id();
    return !first.equals(second) && distinctions.contains(new Distinction(first, second));
  }

  /** The pairs of one kind. */
  public List<SimilarPair> pairs(SimilarPair.Kind kind) {
    return pairs.stream().filter(pair -> pair.kind() == kind).toList();
  }
}
