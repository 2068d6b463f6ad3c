package axial.data;

import java.util.List;

/**
 * What a duplicate finder found.
 *
 * @param groups in the order of their first sample; no sample is in two groups, and every member
 *     was confirmed against the first one of its group
 * @param pairs every pair that was confirmed, those of the groups included but for exact copies of
 *     one content; pairs of kind {@link SimilarPair.Kind#SERIES} are in no group
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

  /** The pairs of one kind. */
  public List<SimilarPair> pairs(SimilarPair.Kind kind) {
    return pairs.stream().filter(pair -> pair.kind() == kind).toList();
  }
}
