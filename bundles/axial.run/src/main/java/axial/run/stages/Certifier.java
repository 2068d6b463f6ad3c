package axial.run.stages;

import axial.data.Duplicates;
import axial.data.Sample;
import axial.data.SimilarPair;
import axial.data.Split;
import axial.data.Split.Part;
import axial.run.LeakCertificate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Looks for what the parts of a split share; trusts nobody who made it. */
final class Certifier {

  /** What a finder saw in the whole data set, and its id. */
  record Seen(String finder, Duplicates duplicates) {}

  private final Split split;
  private final Map<String, Map<Part, Sample>> contents = new TreeMap<>();
  private final Map<String, Set<Part>> groups = new TreeMap<>();
  private final Map<String, Set<Part>> twins = new HashMap<>();

  private Certifier(Split split) {
    this.split = split;
    for (Part part : Part.values()) {
      for (Sample sample : split.part(part)) {
        contents
            .computeIfAbsent(sample.id(), id -> new EnumMap<>(Part.class))
            .putIfAbsent(part, sample);
        groups.computeIfAbsent(sample.group(), g -> EnumSet.noneOf(Part.class)).add(part);
      }
    }
  }

  /**
   * The certificate of a split.
   *
   * @param seen what a finder of near pairs saw; nothing when none looked
   */
  static LeakCertificate certify(Split split, Optional<Seen> seen) {
    return new Certifier(split).certificate(seen);
  }

  private LeakCertificate certificate(Optional<Seen> seen) {
    List<LeakCertificate.Pair> pairs = new ArrayList<>();
    int series = 0;
    if (seen.isPresent()) {
      for (SimilarPair pair : seen.get().duplicates().pairs()) {
        if (pair.kind() == SimilarPair.Kind.NEAR) {
          pairs.addAll(across(pair));
          addTwin(pair.first(), pair.second());
          addTwin(pair.second(), pair.first());
        } else if (pair.kind() == SimilarPair.Kind.SERIES && !across(pair).isEmpty()) {
          series++;
        }
      }
    }
    return new LeakCertificate(
        inTwoParts(contents, Map::keySet),
        inTwoParts(groups, parts -> parts),
        pairs,
        seen.map(Seen::finder).orElse(""),
        series,
        split.test().stream().filter(this::isKnown).map(Sample::source).toList(),
        (int) split.test().stream().filter(s -> twinsOf(s).contains(Part.TRAIN)).count(),
        split.test().size());
  }

  private static <T> List<String> inTwoParts(Map<String, T> all, Function<T, Set<Part>> parts) {
    return all.entrySet().stream()
        .filter(entry -> parts.apply(entry.getValue()).size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The pair as often as it stands in two different parts: a content may be in several. */
  private List<LeakCertificate.Pair> across(SimilarPair pair) {
    List<LeakCertificate.Pair> found = new ArrayList<>();
    Map<Part, Sample> firsts = contents.getOrDefault(pair.first().id(), Map.of());
    Map<Part, Sample> seconds = contents.getOrDefault(pair.second().id(), Map.of());
    firsts.forEach(
        (firstPart, first) ->
            seconds.forEach(
                (secondPart, second) -> {
                  if (firstPart != secondPart && !first.id().equals(second.id())) {
                    found.add(
                        new LeakCertificate.Pair(
                            first.source(),
                            firstPart,
                            second.source(),
                            secondPart,
                            pair.relation(),
                            pair.distances()));
                  }
                }));
    return found;
  }

  private void addTwin(Sample sample, Sample twin) {
    twins
        .computeIfAbsent(sample.id(), id -> EnumSet.noneOf(Part.class))
        .addAll(contents.getOrDefault(twin.id(), Map.of()).keySet());
  }

  /** The parts that hold a copy or a near twin of a sample. */
  private Set<Part> twinsOf(Sample sample) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    parts.addAll(contents.getOrDefault(sample.id(), Map.of()).keySet());
    parts.addAll(twins.getOrDefault(sample.id(), Set.of()));
    return parts;
  }

  private boolean isKnown(Sample sample) {
    Set<Part> parts = twinsOf(sample);
    parts.addAll(groups.getOrDefault(sample.group(), Set.of()));
    return parts.contains(Part.TRAIN) || parts.contains(Part.VALIDATION);
  }
}
