package axial.data.phantom;

import axial.data.Pixels;
import axial.job.Draws;
import axial.job.Seed;
import java.util.Optional;

/**
 * Draws one slice. All shapes come from the patient's seed, all noise from the slice's, and only
 * arithmetic that gives the same bits on every machine is used.
 *
 * <p>Mean brightness is drawn apart from the class and set at the end, so that it says nothing
 * about a tumour.
 */
final class PhantomSlice {

  private static final double BRAIN = 0.80; // of the head's half axes
  private static final double SKULL = 0.90;

  private final Plane plane;
  private final Weighting weighting;
  private final Optional<Tumour> tumour;
  private final int width;
  private final int height;
  private final double centreX;
  private final double centreY;
  private final double tilt;
  private final double scale;
  private final double ventricle;
  private final double bias;
  private final double meanBrightness;
  private final Noise folds;
  private final Noise texture;
  private final Seed grain;

  PhantomSlice(Seed patient, int slice, Plane plane, Weighting weighting, boolean ill) {
    this.plane = plane;
    this.weighting = weighting;
    Draws shape = patient.derive("shape " + plane).draws();
    Seed own = patient.derive("slice").derive(slice);
    Draws draws = own.draws();
    height = 184 + shape.below(5) * 8;
    width = height - 24 + shape.below(4) * 8;
    centreX = width * shape.uniform(0.47, 0.53);
    centreY = height * shape.uniform(0.48, 0.52);
    tilt = shape.uniform(-0.12, 0.12);
    scale = shape.uniform(0.92, 1.05) * draws.uniform(0.97, 1.0);
    ventricle = shape.uniform(0.75, 1.25) * draws.uniform(0.85, 1.15);
    bias = shape.uniform(-0.12, 0.12);
    meanBrightness = draws.uniform(48, 80);
    folds = new Noise(patient.derive("folds " + plane));
    texture = new Noise(own.derive("texture"));
    grain = own.derive("grain");
    tumour =
        ill
            ? Optional.of(new Tumour(patient.derive("tumour " + plane), draws.uniform(0.9, 1.1)))
            : Optional.empty();
  }

  /** The slice, grey. */
  Pixels picture() {
    double[] values = new double[width * height];
    double sum = 0;
    Draws noise = grain.draws();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double value = Math.max(0, shade(u(x, y), v(x, y)) + 0.035 * (noise.uniform() - 0.5));
        values[y * width + x] = value;
        sum += value;
      }
    }
    double gain = meanBrightness / (sum / values.length);
    byte[] data = new byte[values.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) Math.min(255, Math.round(values[i] * gain));
    }
    return new Pixels(width, height, 1, data);
  }

  /** Where the tumour is: 255 inside, 0 outside; all 0 without one. */
  Pixels mask() {
    byte[] data = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double u = u(x, y) / BRAIN;
        double v = v(x, y) / BRAIN;
        if (tumour.isPresent() && u * u + v * v < 0.95 && tumour.get().depth(u, v) >= 0) {
          data[y * width + x] = (byte) 255;
        }
      }
    }
    return new Pixels(width, height, 1, data);
  }

  /** Head coordinates: the outline of the head is the unit circle. */
  private double u(int x, int y) {
    double dx = x - centreX;
    double dy = y - centreY;
    return (dx * StrictMath.cos(tilt) + dy * StrictMath.sin(tilt))
        / (plane.across * height * scale);
  }

  private double v(int x, int y) {
    double dx = x - centreX;
    double dy = y - centreY;
    return (dy * StrictMath.cos(tilt) - dx * StrictMath.sin(tilt)) / (plane.down * height * scale);
  }

  private double shade(double u, double v) {
    double r = Math.sqrt(u * u + v * v);
    if (r > 1.0) {
      return outside(u, v, r);
    }
    double field = 1 + bias * u;
    if (r > SKULL) {
      return weighting.scalp * (0.9 + 0.1 * texture.at(u * 12 + 20, v * 12 + 20)) * field;
    }
    double wobble = 0.015 * folds.at(u * 5 + 20, v * 5 + 20);
    if (r > BRAIN + 0.035 + wobble) {
      return 0.06;
    }
    if (r > BRAIN + wobble) {
      return weighting.fluid * 0.9;
    }
    return brain(u / BRAIN, v / BRAIN) * field;
  }

  /** Air, and the neck where the plane shows one. */
  private double outside(double u, double v, double r) {
    boolean neck = plane != Plane.AXIAL && v > 0.55 && Math.abs(u - 0.05) < 0.42 && r < 1.6;
    return neck ? weighting.scalp * (0.55 + 0.15 * texture.at(u * 9 + 20, v * 9 + 20)) : 0.012;
  }

  /** Inside the brain; its outline is the unit circle. */
  private double brain(double u, double v) {
    double tissue = tissue(u, v);
    if (tumour.isEmpty()) {
      return tissue;
    }
    double depth = tumour.get().depth(u, v);
    return depth < -0.35 ? tissue : tumour.get().shade(depth, tissue, weighting, u, v);
  }

  private double tissue(double u, double v) {
    double r = Math.sqrt(u * u + v * v);
    double fold = folds.at(u * 9 + 30, v * 9 + 30) + 0.6 * folds.at(u * 17 + 11, v * 17 + 11);
    if (fluid(u, v) || (r > 0.72 && fold > 0.95)) {
      return weighting.fluid;
    }
    double fine = 0.03 * texture.at(u * 26 + 30, v * 26 + 30);
    if (plane != Plane.AXIAL && v > 0.52 && u > -0.55) {
      double leaf = StrictMath.sin(46 * (v + 0.25 * u * u)) * 0.5 + 0.5;
      return weighting.grey + (weighting.white - weighting.grey) * leaf + fine;
    }
    double cortex = 0.80 + 0.16 * fold;
    boolean core = Math.abs(Math.abs(u) - 0.2) < 0.09 && Math.abs(v - 0.05) < 0.16;
    return (r > cortex || core ? weighting.grey : weighting.white) + fine;
  }

  /** Ventricles, and the cleft between the halves where the plane shows it. */
  private boolean fluid(double u, double v) {
    double s = ventricle;
    return switch (plane) {
      case AXIAL ->
          Math.abs(u) < 0.012 + 0.01 * Math.abs(v)
              || horn(Math.abs(u) - 0.11, v + 0.20, 0.060 * s, 0.20 * s)
              || horn(Math.abs(u) - 0.16, v - 0.28, 0.050 * s, 0.16 * s);
      case CORONAL ->
          (Math.abs(u) < 0.012 && v < 0)
              || horn(Math.abs(u) - 0.11, v + 0.10, 0.085 * s, 0.12 * s)
              || horn(u, v - 0.12, 0.02 * s, 0.12 * s);
      case SAGITTAL ->
          horn(u + 0.02, v + 0.06, 0.30 * s, 0.075 * s)
              || horn(u - 0.22, v - 0.38, 0.05 * s, 0.10 * s);
    };
  }

  private static boolean horn(double du, double dv, double halfWidth, double halfHeight) {
    double a = du / halfWidth;
    double b = dv / halfHeight;
    return a * a + b * b < 1;
  }
}
