package axial.data.split;

import axial.data.DistinctSamples;
import axial.data.Sample;
import axial.job.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Samples in groups that stay whole, in the order in which they are placed.
 *
 * @param classes how many classes there are
 * @param list the groups, at least one sample each
 */
record Groups(int classes, List<List<Sample>> list) {

  /** Copies the list. */
  Groups {
    list = List.copyOf(list);
  }

  /** The groups of a data set in random order, larger ones first. */
  static Groups of(DistinctSamples samples, Seed seed) {
    Map<String, List<Sample>> byName = new LinkedHashMap<>();
    samples
        .samples()
        .forEach(s -> byName.computeIfAbsent(s.group(), g -> new ArrayList<>()).add(s));
    return of(samples.labels().count(), new ArrayList<>(byName.values()), seed);
  }

  /** These groups in random order, larger ones first. */
  static Groups of(int classes, List<List<Sample>> groups, Seed seed) {
    List<List<Sample>> ordered = new ArrayList<>(groups);
    seed.draws().shuffle(ordered);
    ordered.sort(Comparator.comparingInt((List<Sample> group) -> -group.size()));
    return new Groups(classes, ordered);
  }

  /**
   * Divides the groups so that each class comes as near to the shares as whole groups let it.
   *
   * @param seed decides among placements that are equally near
   * @param shares of the parts, of sum 1
   */
  List<Groups> divided(Seed seed, double... shares) {
    List<int[]> counts = list.stream().map(this::counts).toList();
    int[] partOf = Placement.of(counts, classes, shares, seed);
    List<List<List<Sample>>> parts = new ArrayList<>();
    for (int p = 0; p < shares.length; p++) {
      parts.add(new ArrayList<>());
    }
    for (int g = 0; g < partOf.length; g++) {
      parts.get(partOf[g]).add(list.get(g));
    }
    return parts.stream().map(part -> new Groups(classes, part)).toList();
  }

  private int[] counts(List<Sample> group) {
    int[] counts = new int[classes];
    group.forEach(sample -> counts[sample.label()]++);
    return counts;
  }

  /** Those that are not among others. */
  Groups without(Groups others) {
    Set<List<Sample>> gone = new HashSet<>(others.list);
    return new Groups(classes, list.stream().filter(group -> !gone.contains(group)).toList());
  }

  /** How many samples of a class there are. */
  long count(int label) {
    return list.stream().flatMap(List::stream).filter(s -> s.label() == label).count();
  }

  /** How many groups have a sample of a class. */
  long groupsWith(int label) {
    return list.stream().filter(g -> g.stream().anyMatch(s -> s.label() == label)).count();
  }

  /** All samples in the order of the data set. */
  List<Sample> inOrder(DistinctSamples samples) {
    Map<String, Integer> position = new HashMap<>();
    samples.samples().forEach(sample -> position.put(sample.source(), position.size()));
    return list.stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(s -> position.get(s.source())))
        .toList();
  }
}
