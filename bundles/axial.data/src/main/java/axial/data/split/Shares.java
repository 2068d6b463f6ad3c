package axial.data.split;

import axial.data.Split;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Settings;
import java.util.Locale;

/** The wanted shares of the parts, in the order of {@link Split.Part}; they add up to 1. */
record Shares(double train, double validation, double test) {

  /** Refuses shares that do not add up to 1. */
  Shares {
    double sum = train + validation + test;
    if (Math.abs(sum - 1) > 1e-6) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          String.format(Locale.ROOT, "The shares train, validation and test add up to %.4f.", sum),
          "Make them add up to 1.");
    }
  }

  static Shares of(Settings settings) {
    return new Shares(settings.real("train"), settings.real("validation"), settings.real("test"));
  }

  double of(int part) {
    return part == 0 ? train : part == 1 ? validation : test;
  }

  /**
   * Whole numbers near {@code count * share}: what is left after rounding down goes to the largest
   * remainders, and the training part gives one to a part that would have none.
   */
  int[] seats(int count) {
    int parts = Split.Part.values().length;
    int[] seats = new int[parts];
    int left = count;
    for (int p = 0; p < parts; p++) {
      seats[p] = (int) Math.floor(count * of(p) + 1e-9);
      left -= seats[p];
    }
    for (; left > 0; left--) {
      int next = 0;
      for (int p = 1; p < parts; p++) {
        if (count * of(p) - seats[p] > count * of(next) - seats[next] + 1e-9) {
          next = p;
        }
      }
      seats[next]++;
    }
    for (int p = 1; p < parts; p++) {
      if (seats[p] == 0 && seats[0] > 1) {
        seats[p]++;
        seats[0]--;
      }
    }
    return seats;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.0f/%.0f/%.0f", 100 * train, 100 * validation, 100 * test);
  }
}
