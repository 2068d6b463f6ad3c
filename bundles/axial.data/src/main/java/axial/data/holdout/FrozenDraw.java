package axial.data.holdout;

import axial.data.Dataset;
import axial.data.DistinctSamples;
import axial.data.DuplicateGroup;
import axial.data.Sample;
import axial.data.split.DividedGroups;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Seed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Draws what is to be frozen. Images that share a group, a content or a group of duplicates are one
 * unit, which is frozen whole or not at all.
 *
 * @param classes class by content id of the images to judge on
 * @param companions content ids of the others that are frozen with them
 */
record FrozenDraw(Map<String, String> classes, Set<String> companions) {

  /**
   * Draws.
   *
   * @param taken content ids that are frozen already; units with one of them are passed over
   */
  static FrozenDraw of(
      Dataset dataset,
      List<DuplicateGroup> duplicates,
      Set<String> taken,
      double share,
      Seed seed) {
    DistinctSamples distinct = DistinctSamples.of(dataset, duplicates);
    Set<Sample> judged = new HashSet<>(distinct.samples());
    Map<Sample, List<Sample>> unitOf = new LinkedHashMap<>(); // by its first judged sample
    List<List<Sample>> drawable = new ArrayList<>();
    for (List<Sample> unit : Units.of(dataset.samples(), duplicates)) {
      List<Sample> toJudge = unit.stream().filter(judged::contains).toList();
      if (!toJudge.isEmpty() && unit.stream().noneMatch(s -> taken.contains(s.id()))) {
        drawable.add(toJudge);
        unitOf.put(toJudge.get(0), unit);
      }
    }
    if (drawable.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "Every image of %s is frozen already or has no class of its own."
              .formatted(dataset.name()),
          "Give other data.");
    }
    Map<String, String> classes = new TreeMap<>();
    Set<String> companions = new TreeSet<>();
    for (List<Sample> drawn :
        DividedGroups.share(distinct.labels(), drawable, share, seed, "frozen part")) {
      drawn.forEach(s -> classes.put(s.id(), dataset.labels().name(s.label())));
      Optional.ofNullable(unitOf.get(drawn.get(0)))
          .ifPresent(unit -> unit.forEach(s -> companions.add(s.id())));
    }
    companions.removeAll(classes.keySet());
    return new FrozenDraw(classes, companions);
  }
}
