package axial.data;

import java.util.Locale;

/**
 * What share of the samples each part of a split has, or is to have.
 *
 * @param train of the training part, 0 to 1
 * @param validation of the validation part
 * @param test of the test part; all three add up to 1
 */
public record Shares(double train, double validation, double test) {

  /** Refuses shares that do not add up to 1. */
  public Shares {
    double sum = train + validation + test;
    if (!(train >= 0 && validation >= 0 && test >= 0 && Math.abs(sum - 1) <= 1e-6)) {
      throw new IllegalArgumentException(
          "Shares must be from 0 to 1 and add up to 1; these are %s, %s and %s."
              .formatted(train, validation, test));
    }
  }

  /** The share of a part. */
  public double of(Split.Part part) {
    return switch (part) {
      case TRAIN -> train;
      case VALIDATION -> validation;
      case TEST -> test;
    };
  }

  /** Per cent with a digit after the point where there is one, such as "80/5/15". */
  @Override
  public String toString() {
    return percent(train) + "/" + percent(validation) + "/" + percent(test);
  }

  private static String percent(double share) {
    String text = String.format(Locale.ROOT, "%.1f", 100 * share);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
