package axial.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a source found: the samples in the order of their source addresses, and what it left out.
 *
 * @param name short name for a person
 * @param address what would open the same data again
 * @param labels the classes
 * @param samples all samples, duplicates included, each source once
 * @param leftOut what was found and not taken
 * @param notes what a user should know, one sentence each ("6 files named .jpg are PNG")
 * @param pixels reads the samples' pixels
 * @param kept sources of samples that stay of their groups of duplicates because a person said so
 * @param distinct what a person says are different pictures, however alike they look
 */
public record Dataset(
    String name,
    String address,
    Labels labels,
    List<Sample> samples,
    List<LeftOut> leftOut,
    List<String> notes,
    PixelReader pixels,
    Set<String> kept,
    Set<Distinction> distinct) {

  /** A data set of whose duplicates nobody said anything. */
  public Dataset(
      String name,
      String address,
      Labels labels,
      List<Sample> samples,
      List<LeftOut> leftOut,
      List<String> notes,
      PixelReader pixels) {
    this(name, address, labels, samples, leftOut, notes, pixels, Set.of(), Set.of());
  }

  /** Copies the lists and checks that sources are unique and labels are known. */
  public Dataset {
    samples = List.copyOf(samples);
    leftOut = List.copyOf(leftOut);
    notes = List.copyOf(notes);
    kept = Set.copyOf(kept);
    distinct = Set.copyOf(distinct);
    Set<String> sources = new HashSet<>();
    for (Sample sample : samples) {
      if (!sources.add(sample.source())) {
        throw new IllegalArgumentException("Two samples have the source " + sample.source());
      }
      if (sample.label() >= labels.count()) {
        throw new IllegalArgumentException(
            "Sample %s has label %d, but there are only %d classes."
                .formatted(sample.source(), sample.label(), labels.count()));
      }
    }
  }

  /** How many samples each class has, in the order of the labels. */
  public int[] countsByClass() {
    return countsByClass(samples, labels.count());
  }

  static int[] countsByClass(List<Sample> samples, int classes) {
    int[] counts = new int[classes];
    samples.forEach(sample -> counts[sample.label()]++);
    return counts;
  }
}
