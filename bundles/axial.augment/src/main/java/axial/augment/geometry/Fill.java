package axial.augment.geometry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What lies beyond the edge of an image; the same four as in SciPy's {@code ndimage}. */
public enum Fill {
  /** One value: {@code k k k | a b c d | k k k}. */
  CONSTANT(false) {
    @Override
    double inside(double position, int length) {
      return position < 0 || position > length - 1 ? Double.NaN : position;
    }
  },
  /** The pixel at the edge: {@code a a a | a b c d | d d d}. */
  NEAREST(true) {
    @Override
    double inside(double position, int length) {
      return position > 0 ? Math.min(position, length - 1) : 0;
    }
  },
  /** The image mirrored, its edge twice: {@code c b a | a b c d | d c b}. */
  REFLECT(true) {
    @Override
    double inside(double position, int length) {
      double period = 2.0 * length;
      double p = position + 0.5 - period * Math.floor((position + 0.5) / period);
      return (p < length ? p : period - p) - 0.5;
    }
  },
  /**
   * The image again. As in SciPy it comes again after one pixel less than its length, so that its
   * first pixel falls on its last: {@code b c d | a b c d | b c d}.
   */
  WRAP(false) {
    @Override
    double inside(double position, int length) {
      int period = length - 1;
      if (period == 0) {
        return 0;
      }
      if (position < 0) {
        return position + period * ((long) (-position / period) + 1);
      }
      return position > period ? position - period * (long) (position / period) : position;
    }
  };

  private final boolean repeatsEdge;

  Fill(boolean repeatsEdge) {
    this.repeatsEdge = repeatsEdge;
  }

  /** The position inside the image that a position stands for; NaN where there is none. */
  abstract double inside(double position, int length);

  /** Whether a spline's coefficients go on with the edge pixel twice, or mirror about it. */
  boolean repeatsEdge() {
    return repeatsEdge;
  }

  /** The pixel that stands for a pixel which a spline reaches beyond the edge. */
  int index(int i, int length) {
    if (this == NEAREST) {
      return Math.max(0, Math.min(i, length - 1));
    }
    return repeatsEdge ? reflected(i, length) : mirrored(i, length);
  }

  /** Mirrored so that the edge pixel comes twice. */
  static int reflected(int i, int length) {
    int p = Math.floorMod(i, 2 * length);
    return p < length ? p : 2 * length - 1 - p;
  }

  /** Mirrored about the edge pixel. */
  static int mirrored(int i, int length) {
    if (length == 1) {
      return 0;
    }
    int p = Math.floorMod(i, 2 * length - 2);
    return p < length ? p : 2 * length - 2 - p;
  }

  /** Its name in settings. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fill of that name, one of {@link #labels()}. */
  public static Fill of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /** The names of all, for a setting. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Fill::label).toList();
  }
}
