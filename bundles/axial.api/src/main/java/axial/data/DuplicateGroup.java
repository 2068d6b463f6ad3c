package axial.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Samples that show the same picture.
 *
 * @param samples at least two, in the order of the data set
 */
public record DuplicateGroup(List<Sample> samples) {

  /** Copies the list. */
  public DuplicateGroup {
    samples = List.copyOf(samples);
    if (samples.size() < 2) {
      throw new IllegalArgumentException(
          "A group of duplicates has at least two samples, not " + samples.size());
    }
  }

  /**
   * Its samples as sets that a person has not told apart, in their order; one set where nobody has.
   * A sample joins the first set that has nothing it is told apart from.
   */
  public List<List<Sample>> apart(Set<Distinction> distinctions) {
    Set<String> ids = samples.stream().map(Sample::id).collect(Collectors.toSet());
    List<Distinction> own =
        distinctions.stream()
            .filter(d -> ids.contains(d.first()) && ids.contains(d.second()))
            .toList();
    if (own.isEmpty()) {
      return List.of(samples);
    }
    List<Apart> sets = new ArrayList<>();
    for (Sample sample : samples) {
      Set<String> others = new HashSet<>();
      own.stream()
          .filter(d -> d.isAbout(sample.id()))
          .forEach(d -> others.add(d.first().equals(sample.id()) ? d.second() : d.first()));
      sets.stream()
          .filter(set -> Collections.disjoint(set.ids, others))
          .findFirst()
          .orElseGet(
              () -> {
                sets.add(new Apart(new ArrayList<>(), new HashSet<>()));
                return sets.get(sets.size() - 1);
              })
          .add(sample);
    }
    return sets.stream().map(set -> List.copyOf(set.samples)).toList();
  }

  private record Apart(List<Sample> samples, Set<String> ids) {
    void add(Sample sample) {
      samples.add(sample);
      ids.add(sample.id());
    }
  }

  /** Whether all of them are the same pixel by pixel. */
  public boolean exact() {
    return samples.stream().map(Sample::id).distinct().count() == 1;
  }

  /** Whether its samples disagree about the class. */
  public boolean crossesClasses() {
    return samples.stream().mapToInt(Sample::label).distinct().count() > 1;
  }
}
