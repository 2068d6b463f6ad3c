package axial.augment;

import axial.job.Draws;
import java.util.Arrays;

/** How far an image may be shifted along one axis, in the ways in which Keras lets one say it. */
sealed interface ShiftRange {

  /** A shift in pixels, for an image of that many pixels along the axis. */
  double draw(int size, Draws draws);

  /** Anything up to a share of the size, either way. */
  record Share(double largest) implements ShiftRange {
    @Override
    public double draw(int size, Draws draws) {
      double pixels = largest * size;
      return draws.uniform(-pixels, pixels);
    }
  }

  /** Anything up to a number of pixels, either way. */
  record UpTo(double pixels) implements ShiftRange {
    @Override
    public double draw(int size, Draws draws) {
      return draws.uniform(-pixels, pixels);
    }
  }

  /** One of several shifts, either way: shares of the size if all are below 1, else pixels. */
  record OneOf(double[] shifts) implements ShiftRange {
    @Override
    public double draw(int size, Draws draws) {
      double shift = shifts[draws.below(shifts.length)];
      double signed = draws.coin() ? -shift : shift;
      return Arrays.stream(shifts).allMatch(s -> s < 1) ? signed * size : signed;
    }
  }

  /** Any of 0 to n - 1 whole pixels, either way. */
  record Below(int n) implements ShiftRange {
    @Override
    public double draw(int size, Draws draws) {
      int pixels = draws.below(n);
      return draws.coin() ? -pixels : pixels;
    }
  }

  /**
   * The range that a setting says: several numbers are {@link OneOf}, a whole number is {@link
   * Below}, another one is a {@link Share} below 1 and {@link UpTo} from 1 on.
   */
  static ShiftRange of(String text) {
    if (text.contains(",")) {
      return new OneOf(
          Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray());
    }
    double number = Double.parseDouble(text);
    if (number == 0) {
      return new Share(0);
    }
    if (text.strip().matches("\\d+")) {
      return new Below((int) number);
    }
    return number < 1 ? new Share(number) : new UpTo(number);
  }
}
