package axial.data.phantom;

import axial.job.Seed;

/** Smooth noise: random values on a lattice, joined by cubic steps. The same on every machine. */
final class Noise {

  private static final int SIZE = 64;

  private final double[] lattice = new double[SIZE * SIZE];

  Noise(Seed seed) {
    var draws = seed.draws();
    for (int i = 0; i < lattice.length; i++) {
      lattice[i] = draws.uniform(-1, 1);
    }
  }

  /** The noise at a place, in [-1, 1]; features are about 1 wide. */
  double at(double x, double y) {
    double fx = Math.floor(x);
    double fy = Math.floor(y);
    double sx = smooth(x - fx);
    double sy = smooth(y - fy);
    double top = value(fx, fy) * (1 - sx) + value(fx + 1, fy) * sx;
    double bottom = value(fx, fy + 1) * (1 - sx) + value(fx + 1, fy + 1) * sx;
    return top * (1 - sy) + bottom * sy;
  }

  private double value(double x, double y) {
    return lattice[((int) y & (SIZE - 1)) * SIZE + ((int) x & (SIZE - 1))];
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }
}
