package axial.eval;

import java.util.Locale;

/**
 * A threshold that was chosen on the validation part before the test part was predicted.
 *
 * @param value the positive class is decided for when its probability is above it, in [0, 1]
 * @param wantedRecall the recall that was asked for, above 0 and at most 1
 * @param found how many positive images of the validation part are found with it
 * @param positives how many positive images the validation part has, at least 1
 */
public record Threshold(double value, double wantedRecall, int found, int positives) {

  /** Checks the numbers, which may come from a file. */
  public Threshold {
    if (!(value >= 0 && value <= 1) || !(wantedRecall > 0 && wantedRecall <= 1)) {
      throw new IllegalArgumentException(
          "A threshold and its wanted recall are in [0, 1]; they were %s and %s."
              .formatted(value, wantedRecall));
    }
    if (positives < 1 || found < 0 || found > positives) {
      throw new IllegalArgumentException(
          "A threshold cannot find %d of %d images.".formatted(found, positives));
    }
  }

  /** The recall on the validation part. */
  public Estimate recall() {
    return Estimate.share(found, positives);
  }

  /** In words, a sentence or two. */
  public String text() {
    String chosen =
        String.format(
            Locale.ROOT,
            "Threshold %.4g, chosen on the validation part for a recall of %s and frozen: there it"
                + " finds %d of %d, recall %s.",
            value,
            wantedRecall,
            found,
            positives,
            recall().text());
    return recall().value() < wantedRecall
        ? chosen + " A higher recall cannot be had: the others have a probability of 0."
        : chosen;
  }
}
