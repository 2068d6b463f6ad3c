package axial.data;

import java.util.List;

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

  /** Whether all of them are the same pixel by pixel. */
  public boolean exact() {
    return samples.stream().map(Sample::id).distinct().count() == 1;
  }

  /** Whether its samples disagree about the class. */
  public boolean crossesClasses() {
    return samples.stream().mapToInt(Sample::label).distinct().count() > 1;
  }
}
