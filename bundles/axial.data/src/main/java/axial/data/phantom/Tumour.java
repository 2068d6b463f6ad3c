package axial.data.phantom;

import axial.job.Draws;
import axial.job.Seed;

/**
 * A blob of irregular outline in head coordinates, where the brain is the unit disc.
 *
 * <p>On T1 it has a bright rim around a dark core, elsewhere a bright mottled core; a halo of
 * oedema surrounds it.
 */
final class Tumour {

  private static final int LOBES = 4;

  private final double x;
  private final double y;
  private final double radius;
  private final double[] sizes = new double[LOBES];
  private final double[] phases = new double[LOBES];
  private final Noise mottle;

  /**
   * A tumour of one patient as one plane shows it.
   *
   * @param growth scales the radius, about 1; differs from slice to slice
   */
  Tumour(Seed seed, double growth) {
    Draws draws = seed.draws();
    double distance = draws.uniform(0.25, 0.55);
    double angle = draws.uniform(0, 2 * Math.PI);
    x = distance * StrictMath.cos(angle);
    y = distance * StrictMath.sin(angle);
    radius = draws.uniform(0.22, 0.34) * growth;
    for (int i = 0; i < LOBES; i++) {
      sizes[i] = draws.uniform(0.03, 0.10);
      phases[i] = draws.uniform(0, 2 * Math.PI);
    }
    mottle = new Noise(seed.derive("mottle"));
  }

  /** How deep inside a place is: 1 at the centre, 0 on the outline, negative outside. */
  double depth(double u, double v) {
    double du = u - x;
    double dv = v - y;
    double distance = Math.sqrt(du * du + dv * dv);
    if (distance > 2 * radius) {
      return -1;
    }
    double angle = StrictMath.atan2(dv, du);
    double outline = 1;
    for (int i = 0; i < LOBES; i++) {
      outline += sizes[i] * StrictMath.sin((i + 2) * angle + phases[i]);
    }
    return 1 - distance / (radius * outline);
  }

  /** The brightness at a place of that depth, where healthy tissue would have {@code tissue}. */
  double shade(double depth, double tissue, Weighting weighting, double u, double v) {
    if (depth < 0) {
      double oedema = weighting == Weighting.T1 ? tissue - 0.14 : tissue + 0.16;
      double share = Math.max(0, 1 + depth / 0.35);
      return tissue + (oedema - tissue) * share;
    }
    double grain = 0.10 * mottle.at(u * 22 + 31, v * 22 + 31);
    if (weighting == Weighting.T1) {
      return depth < 0.34 ? 1.05 + grain : 0.20 + grain;
    }
    return 1.06 + grain - 0.25 * Math.max(0, depth - 0.6);
  }
}
