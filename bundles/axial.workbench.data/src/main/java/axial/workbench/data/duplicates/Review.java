package axial.workbench.data.duplicates;

import axial.data.DuplicateGroup;
import axial.data.Duplicates;
import axial.data.Sample;
import axial.data.SimilarPair;
import axial.workbench.data.work.Marks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be looked at: groups of duplicates, those that need a decision first, and apart from
 * them pairs that may be neighbours in one series. Immutable.
 *
 * @param groups of duplicates
 * @param series pairs that are no duplicates
 */
record Review(List<Item> groups, List<Item> series) {

  /**
   * Some pictures side by side.
   *
   * @param samples two or more
   * @param group that they are; nothing for neighbours
   * @param pairs among them, with their distances
   */
  record Item(List<Sample> samples, Optional<DuplicateGroup> group, List<SimilarPair> pairs) {
    Item {
      samples = List.copyOf(samples);
      pairs = List.copyOf(pairs);
    }

    /** The class question of the group, before edits. */
    private int order() {
      if (group.isEmpty()) {
        return 0;
      }
      return group.get().crossesClasses() ? 0 : group.get().exact() ? 2 : 1;
    }
  }

  /** What becomes of a sample of a group. */
  enum Fate {
    /** It is the one of its group that is used. */
    STAYS("stays"),
    /** Another of its group is used. */
    GOES("goes"),
    /** It was excluded by hand. */
    EXCLUDED("excluded"),
    /** The group disagrees about the class and nobody said which is right. */
    UNDECIDED("goes: the classes disagree");

    private final String words;

    Fate(String words) {
      this.words = words;
    }

    /** In words. */
    String words() {
      return words;
    }
  }

  Review {
    groups = List.copyOf(groups);
    series = List.copyOf(series);
  }

  /** What there is to look at. */
  static Review of(Duplicates found) {
    Map<Sample, Integer> groupOf = new HashMap<>();
    List<List<SimilarPair>> pairs = new ArrayList<>();
    for (DuplicateGroup group : found.groups()) {
      group.samples().forEach(sample -> groupOf.put(sample, pairs.size()));
      pairs.add(new ArrayList<>());
    }
    for (SimilarPair pair : found.pairs()) {
      Integer first = groupOf.get(pair.first());
      if (first != null && first.equals(groupOf.get(pair.second()))) {
        pairs.get(first).add(pair);
      }
    }
    List<Item> groups = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      DuplicateGroup group = found.groups().get(i);
      groups.add(new Item(group.samples(), Optional.of(group), pairs.get(i)));
    }
    groups.sort(Comparator.comparingInt(Item::order));
    List<Item> series =
        found.pairs(SimilarPair.Kind.SERIES).stream()
            .map(p -> new Item(List.of(p.first(), p.second()), Optional.empty(), List.of(p)))
            .toList();
    return new Review(groups, series);
  }

  /** What becomes of a sample of a group after the edits. */
  static Fate fate(Sample sample, Item item, Marks marks) {
    if (marks.excluded(sample)) {
      return Fate.EXCLUDED;
    }
    List<Sample> left = item.samples().stream().filter(s -> !marks.excluded(s)).toList();
    Optional<Sample> kept =
        left.stream().filter(s -> marks.kept().contains(s.source())).findFirst();
    boolean disagree = left.stream().mapToInt(marks::label).distinct().count() > 1;
    if (kept.isEmpty() && disagree) {
      return Fate.UNDECIDED;
    }
    return kept.orElse(left.get(0)).equals(sample) ? Fate.STAYS : Fate.GOES;
  }

  /** What sort of group it is, in words. */
  static String kind(Item item, Marks marks) {
    if (item.group().isEmpty()) {
      return "may be neighbours in one series; not duplicates";
    }
    String same = item.group().get().exact() ? "the same pixels" : "the same picture";
    boolean disagree =
        item.samples().stream().anyMatch(s -> fate(s, item, marks) == Fate.UNDECIDED);
    return "%d with %s%s"
        .formatted(
            item.samples().size(),
            same,
            disagree ? "; their classes disagree, say which is right" : "");
  }
}
