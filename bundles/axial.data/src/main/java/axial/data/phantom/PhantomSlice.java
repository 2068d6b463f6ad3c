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
  private static final double GRAIN = 0.05;

  private final Plane plane;
  private final Weighting weighting;
  private final Optional<Tumour> tumour;
  private final int width;
  private final int height;
  private final double centreX;
  private final double centreY;
  private final double cos;
  private final double sin;
  private final double scale;
  private final Anatomy anatomy;
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
    double tilt = shape.uniform(-0.12, 0.12);
    cos = StrictMath.cos(tilt);
    sin = StrictMath.sin(tilt);
    scale = shape.uniform(0.92, 1.05) * draws.uniform(0.97, 1.0);
    double ventricle = shape.uniform(0.75, 1.25) * draws.uniform(0.85, 1.15);
    bias = shape.uniform(-0.12, 0.12);
    meanBrightness = draws.uniform(48, 80);
    folds = new Noise(patient.derive("folds " + plane));
    texture = new Noise(own.derive("texture"));
    grain = own.derive("grain");
    anatomy = new Anatomy(plane, weighting, ventricle, folds, texture, own.derive("spots"));
    tumour =
        ill
            ? Optional.of(new Tumour(patient.derive("tumour " + plane), draws.uniform(0.9, 1.1)))
            : Optional.empty();
  }

  /** The slice, grey. */
  Pixels picture() {
    double[] values = new double[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        values[y * width + x] = shade(u(x, y), v(x, y));
      }
    }
    // A voxel mixes the tissues that it holds, so edges are soft; the receiver's noise is not.
    values = softened(softened(values, 1), width);
    Draws noise = grain.draws();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, values[i] + GRAIN * (noise.uniform() - 0.5));
      sum += values[i];
    }
    double gain = meanBrightness / (sum / values.length);
    byte[] data = new byte[values.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) Math.min(255, Math.round(values[i] * gain));
    }
    return new Pixels(width, height, 1, data);
  }

  /** Weights 1, 2, 1 over neighbours that are {@code step} apart. */
  private static double[] softened(double[] in, int step) {
    double[] out = in.clone();
    for (int i = step; i < in.length - step; i++) {
      out[i] = 0.25 * in[i - step] + 0.5 * in[i] + 0.25 * in[i + step];
    }
    return out;
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
    return (dx * cos + dy * sin) / (plane.across * height * scale);
  }

  private double v(int x, int y) {
    double dx = x - centreX;
    double dy = y - centreY;
    return (dy * cos - dx * sin) / (plane.down * height * scale);
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
    double middle = plane == Plane.SAGITTAL ? 0.22 : 0.0;
    double halfWidth = 0.40 + 0.12 * (v - 0.8) * (v - 0.8);
    boolean neck = plane != Plane.AXIAL && v > 0.4 && Math.abs(u - middle) < halfWidth;
    if (!neck || r < 1.0) {
      return 0.012;
    }
    double depth = Math.abs(u - middle) / halfWidth;
    double muscle = weighting.grey * (0.55 + 0.2 * texture.at(u * 6 + 20, v * 4 + 20));
    return depth > 0.85 ? weighting.scalp * 0.9 : depth < 0.16 ? weighting.fluid * 0.8 : muscle;
  }

  /** Inside the brain; its outline is the unit circle. */
  private double brain(double u, double v) {
    double tissue = anatomy.at(u, v);
    if (tumour.isEmpty()) {
      return tissue;
    }
    double depth = tumour.get().depth(u, v);
    return depth < -0.35 ? tissue : tumour.get().shade(depth, tissue, weighting, u, v);
  }
}
