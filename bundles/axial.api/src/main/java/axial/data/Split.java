package axial.data;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The three parts of a data set. No content id and no group is in two of them, unless the protocol
 * says that they may.
 *
 * @param train what the network learns from; the only part that is augmented
 * @param validation what schedules, early stopping and thresholds may look at
 * @param test what nothing looks at before the evaluation
 * @param protocol whether the parts may share anything
 */
public record Split(
    List<Sample> train, List<Sample> validation, List<Sample> test, Protocol protocol) {

  /** How the parts came about. */
  public enum Protocol {
    /** Duplicates were taken out before the split; what leaks is refused. */
    CLEAN,
    /**
     * The notebook's order of steps, repeated on purpose: split first, then duplicates taken out in
     * each part by itself. Twins stay across parts.
     */
    NOTEBOOK
  }

  /** The parts by name. */
  public enum Part {
    /** See {@link Split#train()}. */
    TRAIN,
    /** See {@link Split#validation()}. */
    VALIDATION,
    /** See {@link Split#test()}. */
    TEST;

    /** "train", "validation" or "test". */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies the lists and refuses a split that leaks. */
  public Split {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
    if (protocol == Protocol.CLEAN) {
      requireNoLeak(List.of(train, validation, test));
    }
  }

  /** A split of the clean protocol. */
  public Split(List<Sample> train, List<Sample> validation, List<Sample> test) {
    this(train, validation, test, Protocol.CLEAN);
  }

  private static void requireNoLeak(List<List<Sample>> parts) {
    Set<String> ids = new HashSet<>();
    Set<String> groups = new HashSet<>();
    for (List<Sample> part : parts) {
      Set<String> ownGroups = new HashSet<>();
      for (Sample sample : part) {
        ownGroups.add(sample.group());
        if (!ids.add(sample.id()) || groups.contains(sample.group())) {
          throw new IllegalArgumentException(
              "The split leaks: the content or the group of %s is in it twice."
                  .formatted(sample.source()));
        }
      }
      groups.addAll(ownGroups);
    }
  }

  /** The samples of a part. */
  public List<Sample> part(Part part) {
    return switch (part) {
      case TRAIN -> train;
      case VALIDATION -> validation;
      case TEST -> test;
    };
  }

  /** How the samples of a class are shared out; nothing when it has none. */
  public Optional<Shares> shares(int label) {
    double[] counts = new double[Part.values().length];
    for (Part part : Part.values()) {
      counts[part.ordinal()] = part(part).stream().filter(s -> s.label() == label).count();
    }
    double all = counts[0] + counts[1] + counts[2];
    return all == 0
        ? Optional.empty()
        : Optional.of(new Shares(counts[0] / all, counts[1] / all, counts[2] / all));
  }

  /** How many samples each class has in a part, in the order of the labels. */
  public int[] countsByClass(Part part, int classes) {
    return Dataset.countsByClass(part(part), classes);
  }
}
