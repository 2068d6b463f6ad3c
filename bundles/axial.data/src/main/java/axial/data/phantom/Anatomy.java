package axial.data.phantom;

import axial.job.Draws;
import axial.job.Seed;

/**
 * The healthy brain as one slice shows it, in coordinates where its outline is the unit circle: a
 * folded cortex, white matter with a few small spots, deep grey nuclei, ventricles, and cerebellum
 * and brain stem where the plane shows them.
 */
final class Anatomy {

  private static final int SPOTS = 5;

  private final Plane plane;
  private final Weighting weighting;
  private final double ventricle;
  private final Noise folds;
  private final Noise texture;
  private final double[][] spots = new double[SPOTS][];

  /**
   * The anatomy of one slice.
   *
   * @param ventricle scales the ventricles, about 1
   * @param folds decides the course of the folds
   * @param texture decides the fine grain of tissue
   * @param spots decides the small spots that healthy brains have too
   */
  Anatomy(
      Plane plane, Weighting weighting, double ventricle, Noise folds, Noise texture, Seed spots) {
    this.plane = plane;
    this.weighting = weighting;
    this.ventricle = ventricle;
    this.folds = folds;
    this.texture = texture;
    Draws draws = spots.draws();
    for (int i = 0; i < SPOTS; i++) {
      this.spots[i] =
          new double[] {
            draws.uniform(-0.6, 0.6), draws.uniform(-0.6, 0.5), draws.uniform(0.02, 0.05)
          };
    }
  }

  /** The brightness at a place inside the brain. */
  double at(double u, double v) {
    double fine = 0.03 * texture.at(u * 26 + 30, v * 26 + 30);
    if (cleft(u, v) || ventricles(u, v)) {
      return weighting.fluid;
    }
    if (cerebellum(u, v)) {
      return leaves(u, v) + fine;
    }
    if (stem(u, v) || callosum(u, v)) {
      return weighting.white + fine;
    }
    for (double[] spot : spots) {
      if (ellipse(u - spot[0], v - spot[1], spot[2], spot[2])) {
        return weighting.spot;
      }
    }
    return cerebrum(u, v) + fine;
  }

  /** Grey matter along the surface and along each fold, with fluid at its bottom. */
  private double cerebrum(double u, double v) {
    double r = Math.sqrt(u * u + v * v);
    if (ellipse(Math.abs(u) - 0.24, v - 0.04, 0.10, 0.17)) {
      return weighting.grey;
    }
    double bend = 0.08 * folds.at(u * 3 + 7, v * 3 + 7);
    double ridge = Math.abs(folds.at((u + bend) * 7 + 30, (v - bend) * 7 + 30));
    double outer = Math.min(1, Math.max(0, (r - 0.55 - bend) / 0.3));
    if (ridge < 0.07 * outer && r > 0.66) {
      return 0.4 * weighting.grey + 0.6 * weighting.fluid;
    }
    boolean cortex = ridge < 0.30 * outer || r > 0.93 + 0.04 * bend;
    return cortex ? weighting.grey : weighting.white;
  }

  /** Between the halves of the brain. */
  private boolean cleft(double u, double v) {
    double wave = 0.012 * folds.at(3, v * 6 + 20);
    return switch (plane) {
      case AXIAL -> Math.abs(u - wave) < 0.013 && Math.abs(v) > 0.28;
      case CORONAL -> Math.abs(u - wave) < 0.013 && v < -0.16;
      case SAGITTAL -> false;
    };
  }

  private boolean ventricles(double u, double v) {
    double s = ventricle;
    double side = Math.abs(u);
    return switch (plane) {
      case AXIAL ->
          ellipse(side - 0.09 - 0.2 * (v + 0.2) * (v + 0.2), v + 0.20, 0.055 * s, 0.20 * s)
              || ellipse(side - 0.15 - 0.4 * (v - 0.2), v - 0.30, 0.050 * s, 0.15 * s)
              || ellipse(u, v - 0.06, 0.018 * s, 0.10 * s);
      case CORONAL ->
          ellipse(side - 0.12, v + 0.12 + 0.5 * side, 0.10 * s, 0.075 * s)
              || ellipse(u, v - 0.10, 0.02 * s, 0.12 * s);
      case SAGITTAL ->
          ellipse(u + 0.02, v + 0.05 - 0.5 * u * u, 0.28 * s, 0.065 * s)
              || ellipse(u - 0.24, v - 0.42, 0.035 * s, 0.11 * s);
    };
  }

  private boolean cerebellum(double u, double v) {
    return switch (plane) {
      case AXIAL -> false;
      case CORONAL -> ellipse(Math.abs(u) - 0.26, v - 0.70, 0.30, 0.20);
      case SAGITTAL -> ellipse(u - 0.52, v - 0.52, 0.27, 0.27);
    };
  }

  /** The thin layers of the cerebellum. */
  private double leaves(double u, double v) {
    double bend = plane == Plane.CORONAL ? 0.5 * u * u : 0.6 * (u - 0.5) * (u - 0.5);
    double layer = 0.5 + 0.5 * StrictMath.sin(58 * (v + bend) + 2 * folds.at(u * 6, v * 6));
    return weighting.grey + (weighting.white - weighting.grey) * layer;
  }

  private boolean stem(double u, double v) {
    return switch (plane) {
      case AXIAL -> false;
      case CORONAL -> Math.abs(u) < 0.10 && v > 0.42;
      case SAGITTAL -> Math.abs(u - 0.10 - 0.25 * (v - 0.4)) < 0.10 && v > 0.24;
    };
  }

  /** The arch of white matter that the middle plane cuts. */
  private boolean callosum(double u, double v) {
    double arch = v + 0.16 - 0.9 * u * u;
    return plane == Plane.SAGITTAL && Math.abs(arch) < 0.035 && Math.abs(u) < 0.38;
  }

  private static boolean ellipse(double du, double dv, double halfWidth, double halfHeight) {
    double a = du / halfWidth;
    double b = dv / halfHeight;
    return a * a + b * b < 1;
  }
}
