package axial.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A data set's samples after its duplicates were taken out: the only thing that can be split.
 *
 * <p>Of each group the first sample stays that is {@link Dataset#kept}, else the first. Where a
 * group crosses classes and none is kept, nobody knows which label is right, so none of its samples
 * stays.
 */
public final class DistinctSamples {

  private final Labels labels;
  private final List<Sample> samples;
  private final List<DuplicateGroup> groups;
  private final List<Sample> removed;

  private DistinctSamples(
      Labels labels, List<Sample> samples, List<DuplicateGroup> groups, List<Sample> removed) {
    this.labels = labels;
    this.samples = List.copyOf(samples);
    this.groups = List.copyOf(groups);
    this.removed = List.copyOf(removed);
  }

  /** The data set without the surplus samples of these groups. */
  public static DistinctSamples of(Dataset dataset, List<DuplicateGroup> groups) {
    Set<Sample> surplus = new HashSet<>();
    for (DuplicateGroup group : groups) {
      surplus.addAll(group.samples());
      Optional<Sample> chosen =
          group.samples().stream().filter(s -> dataset.kept().contains(s.source())).findFirst();
      if (chosen.isPresent() || !group.crossesClasses()) {
        surplus.remove(chosen.orElse(group.samples().get(0)));
      }
    }
    List<Sample> kept = new ArrayList<>();
    List<Sample> removed = new ArrayList<>();
    dataset.samples().forEach(s -> (surplus.contains(s) ? removed : kept).add(s));
    return new DistinctSamples(dataset.labels(), kept, groups, removed);
  }

  /** The classes. */
  public Labels labels() {
    return labels;
  }

  /** The samples that stay, in the order of the data set. */
  public List<Sample> samples() {
    return samples;
  }

  /** The groups of duplicates that were found. */
  public List<DuplicateGroup> groups() {
    return groups;
  }

  /** The samples that were taken out. */
  public List<Sample> removed() {
    return removed;
  }
}
