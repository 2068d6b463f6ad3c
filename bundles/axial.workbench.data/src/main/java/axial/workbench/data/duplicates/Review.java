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
 * What is to be looked at: groups of duplicates, those that need a decision first, those that a
 * person has told apart last, and beside them pairs that may be neighbours in one series.
 * Immutable.
 *
 * @param groups of duplicates, and of what was told apart
 * @param series pairs that are no duplicates
 */
record Review(List<Item> groups, List<Item> series) {

  /** Nothing to look at. */
  static final Review NOTHING = new Review(List.of(), List.of());

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
      if (pairs.stream().anyMatch(pair -> pair.kind() == SimilarPair.Kind.DISTINCT)) {
        return 3;
      }
      return group.get().crossesClasses() ? 0 : group.get().exact() ? 2 : 1;
    }

    /** Whether any of them can be told apart: the same pixels are the same picture. */
    boolean canBeApart() {
      return group.filter(of -> !of.exact()).isPresent();
    }

    /** Those that are the same picture as one of them, as far as the edits tell. */
    List<Sample> same(Sample as, Marks marks) {
      return group.map(of -> of.apart(marks.distinct())).orElse(List.of(samples)).stream()
          .filter(set -> set.contains(as))
          .findFirst()
          .orElse(samples);
    }

    /** Whether the edits tell some of them apart. */
    boolean isApart(Marks marks) {
      return group.filter(of -> of.apart(marks.distinct()).size() > 1).isPresent();
    }
  }

  /** What becomes of a sample of a group. */
  enum Fate {
    /** It is the one of its group that is used. */
    STAYS("stays"),
    /** Another of its group is used. */
    GOES("goes"),
    /** It is used, as it is another picture. */
    DISTINCT("stays: another picture"),
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

    /** Whether it is used. */
    boolean stays() {
      return this == STAYS || this == DISTINCT;
    }
  }

  Review {
    groups = List.copyOf(groups);
    series = List.copyOf(series);
  }

  /** What there is to look at; takes some time for many duplicates. */
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
    for (SimilarPair pair : found.pairs(SimilarPair.Kind.DISTINCT)) {
      List<Sample> both = List.of(pair.first(), pair.second());
      groups.add(new Item(both, Optional.of(new DuplicateGroup(both)), List.of(pair)));
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
    List<Sample> same = item.same(sample, marks);
    if (same.size() == 1) {
      return Fate.DISTINCT;
    }
    List<Sample> left = same.stream().filter(s -> !marks.excluded(s)).toList();
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
    if (item.samples().stream().allMatch(s -> item.same(s, marks).size() == 1)) {
      return "%d that look alike; different pictures, as you said".formatted(item.samples().size());
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
