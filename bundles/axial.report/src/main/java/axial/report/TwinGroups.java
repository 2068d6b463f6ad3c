package axial.report;

import axial.audit.Audit;
import axial.data.DuplicateGroup;
import axial.data.Sample;
import axial.data.SimilarPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The groups of an audit with what the table and the page both say of them. */
final class TwinGroups {

  private final List<Numbered> groups = new ArrayList<>();
  private final Map<String, SimilarPair> pairs = new HashMap<>();

  /**
   * A group.
   *
   * @param number from 1 on, in the order of the finder
   */
  record Numbered(int number, DuplicateGroup group, boolean crossesParts) {

    String kind() {
      return group.exact() ? "exact" : "near";
    }
  }

  TwinGroups(Audit audit) {
    Set<Sample> others = audit.otherSamples();
    for (DuplicateGroup group : audit.twins().groups()) {
      long there = group.samples().stream().filter(others::contains).count();
      boolean both = there > 0 && there < group.samples().size();
      groups.add(new Numbered(groups.size() + 1, group, both));
    }
    for (SimilarPair pair : audit.twins().pairs()) {
      pairs.putIfAbsent(pair.first().id() + pair.second().id(), pair);
    }
  }

  /** In the order of the finder. */
  List<Numbered> all() {
    return groups;
  }

  /** Those that matter most first: across classes, across parts, near ones. */
  List<Numbered> byWeight() {
    List<Numbered> sorted = new ArrayList<>(groups);
    sorted.sort(
        Comparator.comparing((Numbered group) -> !group.group().crossesClasses())
            .thenComparing(group -> !group.crossesParts())
            .thenComparing(group -> group.group().exact()));
    return sorted;
  }

  /** The pair that confirmed a member against the first one; nothing for an exact copy. */
  Optional<SimilarPair> pair(Sample first, Sample member) {
    return Optional.ofNullable(pairs.get(first.id() + member.id()))
        .or(() -> Optional.ofNullable(pairs.get(member.id() + first.id())));
  }

  /** How a member came from the first one, and how far they are apart, in words. */
  String relation(Sample first, Sample member) {
    if (first.id().equals(member.id())) {
      return "the same pixels";
    }
    return pair(first, member).map(TwinGroups::words).orElse("alike");
  }

  /** Relation and distances of a pair, in words. */
  static String words(SimilarPair pair) {
    String distances =
        pair.distances().entrySet().stream()
            .map(entry -> entry.getKey() + " " + number(entry.getValue()))
            .collect(Collectors.joining(", "));
    if (pair.relation().isEmpty()) {
      return distances.isEmpty() ? "alike" : distances;
    }
    return pair.relation() + (distances.isEmpty() ? "" : "; " + distances);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e6
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.3f", value);
  }
}
