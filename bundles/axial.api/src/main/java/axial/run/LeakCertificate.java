package axial.run;

import axial.data.Split;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether the parts of a split share anything.
 *
 * @param sharedIds content ids that are in more than one part
 * @param sharedGroups groups that are in more than one part
 * @param nearPairs pictures of different parts that show the same in other pixels
 * @param nearFinder id of the finder that looked for such pairs; empty when nobody did
 * @param seriesPairs how many pairs of different parts may be neighbours in one series of one head;
 *     a caution, not a leak
 * @param knownTest sources of the test images of which a copy, a near twin or the group is in the
 *     training or validation part, in the order of the test part
 * @param twinsInTraining how many test images have a copy or near twin in the training part
 * @param testImages how many test images there are; 0 in runs of before it was kept
 */
public record LeakCertificate(
    List<String> sharedIds,
    List<String> sharedGroups,
    List<Pair> nearPairs,
    String nearFinder,
    int seriesPairs,
    List<String> knownTest,
    int twinsInTraining,
    int testImages) {

  /** Copies the lists. */
  public LeakCertificate {
    sharedIds = List.copyOf(sharedIds);
    sharedGroups = List.copyOf(sharedGroups);
    nearPairs = List.copyOf(nearPairs);
    knownTest = List.copyOf(knownTest);
  }

  /** A certificate about contents and groups only. */
  public LeakCertificate(List<String> sharedIds, List<String> sharedGroups) {
    this(sharedIds, sharedGroups, List.of(), "", 0, List.of(), 0, 0);
  }

  /**
   * Two pictures of different parts that show the same.
   *
   * @param first its source
   * @param firstPart where it is
   * @param second its source
   * @param secondPart where it is
   * @param relation how the second came from the first, see {@link axial.data.SimilarPair}
   * @param distances named measures in the order to be shown
   */
  public record Pair(
      String first,
      Split.Part firstPart,
      String second,
      Split.Part secondPart,
      String relation,
      Map<String, Double> distances) {

    /** Copies the distances in their order. */
    public Pair {
      distances = Collections.unmodifiableMap(new LinkedHashMap<>(distances));
    }

    /** In words, such as "yes/a.png (train) and yes/b.png (test): mirrored, phash 4". */
    public String text() {
      String measured =
          distances.entrySet().stream()
              .map(d -> d.getKey() + " " + number(d.getValue()))
              .collect(Collectors.joining(", "));
      String how =
          relation.isEmpty() || measured.isEmpty()
              ? relation + measured
              : relation + ", " + measured;
      return "%s (%s) and %s (%s)%s"
          .formatted(
              first,
              firstPart.label(),
              second,
              secondPart.label(),
              how.isEmpty() ? "" : ": " + how);
    }

    private static String number(double value) {
      return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.3f", value);
    }
  }

  /** Whether nothing is shared. */
  public boolean clean() {
    return sharedIds.isEmpty() && sharedGroups.isEmpty() && nearPairs.isEmpty();
  }

  /** Whether somebody looked for near pairs. */
  public boolean lookedForNearPairs() {
    return !nearFinder.isEmpty();
  }

  /** Share of the test images that the training or validation part knows, in [0, 1]. */
  public double knownShare() {
    return testImages == 0 ? 0 : (double) knownTest.size() / testImages;
  }

  /** What every view of a run that leaks must say with its figures; nothing when it is clean. */
  public Optional<String> stamp() {
    if (clean()) {
      return Optional.empty();
    }
    if (twinsInTraining > 0) {
      return Optional.of(
          "LEAKY: %s have a twin in the training part; the figures are too good."
              .formatted(ofTheTest(twinsInTraining)));
    }
    if (!knownTest.isEmpty()) {
      return Optional.of(
          "LEAKY: %s have a twin or their group in the training or validation part; the figures are too good."
              .formatted(ofTheTest(knownTest.size())));
    }
    return Optional.of(
        testImages == 0
            ? "LEAKY: the parts share %s; the figures are too good.".formatted(shared())
            : "LEAKY: the training and the validation part share %s; what was chosen by the validation part was chosen too well."
                .formatted(shared()));
  }

  private String ofTheTest(int count) {
    double percent = 100.0 * count / testImages;
    return "%s of the test images (%d of %d)"
        .formatted(percent < 1 ? "less than 1 %" : Math.round(percent) + " %", count, testImages);
  }

  /** What is shared, counted, such as "3 image contents, 2 near pairs and 0 groups". */
  public String shared() {
    return "%s, %s and %s"
        .formatted(
            counted(sharedIds, "image content"),
            counted(nearPairs, "near pair"),
            counted(sharedGroups, "group"));
  }

  private static String counted(List<?> list, String thing) {
    return list.size() + " " + thing + (list.size() == 1 ? "" : "s");
  }

  /** The certificate in one sentence, whether it is clean or not. */
  public String text() {
    String near =
        lookedForNearPairs()
            ? "Near pairs were looked for by \"%s\".".formatted(nearFinder)
            : "Near pairs were not looked for.";
    if (!clean()) {
      return "The parts share %s. %s".formatted(shared(), near);
    }
    return (lookedForNearPairs()
            ? "No image content, no near twin and no group is in two parts. "
            : "No image content and no group is in two parts. ")
        + near;
  }

  /** What is no leak and still should be known; nothing when there is nothing. */
  public Optional<String> caution() {
    return seriesPairs == 0
        ? Optional.empty()
        : Optional.of(
            "%d %s across the parts may be neighbouring slices of one head; keep them together with groups, for example --group range:5."
                .formatted(seriesPairs, seriesPairs == 1 ? "pair" : "pairs"));
  }
}
