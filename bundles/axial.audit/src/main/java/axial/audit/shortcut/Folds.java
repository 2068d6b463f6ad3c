package axial.audit.shortcut;

import axial.data.DuplicateGroup;
import axial.data.Sample;
import axial.job.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Divides samples into folds of about equal shares of each class. Samples of one content, of one
 * group of twins and, as long as each class has enough of them, of one patient or series are in one
 * fold.
 *
 * @param count how many folds, 2 to 5
 * @param ofSample the number of each sample's fold
 */
record Folds(int count, int[] ofSample) {

  private static final int WANTED = 5;

  /** Nothing when a class has samples, but of fewer than two units. */
  static Optional<Folds> of(List<Sample> samples, List<DuplicateGroup> twins, Seed seed) {
    int[] units = Units.of(samples, twins, true);
    if (fewest(samples, units) < WANTED) {
      units = Units.of(samples, twins, false);
    }
    int count = Math.min(WANTED, fewest(samples, units));
    return count < 2 ? Optional.empty() : Optional.of(deal(samples, units, count, seed));
  }

  /** How many units the class with the fewest of them has. */
  private static int fewest(List<Sample> samples, int[] units) {
    Map<Integer, Set<Integer>> byLabel = new HashMap<>();
    for (int i = 0; i < units.length; i++) {
      byLabel.computeIfAbsent(samples.get(i).label(), label -> new HashSet<>()).add(units[i]);
    }
    return byLabel.values().stream().mapToInt(Set::size).min().orElse(0);
  }

  /** In random order, the large units first, each to the fold that has least of its classes. */
  private static Folds deal(List<Sample> samples, int[] units, int count, Seed seed) {
    Map<Integer, List<Integer>> members = new TreeMap<>();
    for (int i = 0; i < units.length; i++) {
      members.computeIfAbsent(units[i], unit -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> order = new ArrayList<>(members.values());
    seed.draws().shuffle(order);
    order.sort(Comparator.comparingInt((List<Integer> unit) -> unit.size()).reversed());
    Map<Integer, int[]> dealt = new HashMap<>();
    int[] ofSample = new int[units.length];
    for (List<Integer> unit : order) {
      int fold =
          IntStream.range(0, count)
              .boxed()
              .min(Comparator.comparingLong(f -> held(unit, samples, dealt, f)))
              .orElseThrow();
      for (int sample : unit) {
        ofSample[sample] = fold;
        dealt.computeIfAbsent(samples.get(sample).label(), label -> new int[count])[fold]++;
      }
    }
    return new Folds(count, ofSample);
  }

  private static long held(
      List<Integer> unit, List<Sample> samples, Map<Integer, int[]> dealt, int fold) {
    return unit.stream()
        .map(sample -> dealt.get(samples.get(sample).label()))
        .mapToLong(counts -> counts == null ? 0 : counts[fold])
        .sum();
  }

  /** The samples outside a fold, to learn from, or inside it, to ask about. */
  int[] samples(int fold, boolean inside) {
    return IntStream.range(0, ofSample.length)
        .filter(sample -> (ofSample[sample] == fold) == inside)
        .toArray();
  }
}
