package axial.augment;

import axial.augment.geometry.SmoothField;
import axial.data.Augmenter;
import axial.data.Image;
import axial.data.Shape;
import axial.job.Draws;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * What differs between scanners: contrast (gamma), a smooth unevenness of the brightness (the bias
 * field of the coils), and noise. Values stay in [0, 1]; all channels of a pixel get the same
 * noise, so that grey stays grey.
 */
@Component
public final class IntensityAugmenter implements Augmenter {

  private static final int BIAS_NODES = 4;
  private static final double BIAS_SIGMA = 1;
  private static final String RICIAN = "rician";

  @Override
  public String id() {
    return "intensity";
  }

  @Override
  public String description() {
    return "Contrast, uneven brightness and noise as they differ between scanners.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Numbers(
            "gamma",
            "0.8,1.25",
            2,
            2,
            0.25,
            4,
            "Least and largest exponent of the grey levels; below 1 brightens. 1,1 is off."),
        new Setting.Real(
            "bias-field", 0.2, 0, 0.9, "Largest change of brightness across an image, as a share."),
        new Setting.Numbers(
            "noise",
            "0,0.03",
            2,
            2,
            0,
            0.5,
            "Least and largest standard deviation of the noise, as a share of white. 0,0 is off."),
        new Setting.Choice(
            "noise-kind",
            RICIAN,
            List.of(RICIAN, "gaussian"),
            "Rician as in magnitude images of MRI, or Gaussian."));
  }

  @Override
  public Image augment(Image image, Settings settings, Seed seed) {
    Shape shape = image.shape();
    Draws draws = seed.draws();
    double[] gammas = settings.numbers("gamma");
    Contrast contrast =
        new Contrast(
            StrictMath.exp(draws.uniform(StrictMath.log(gammas[0]), StrictMath.log(gammas[1]))));
    double bias = draws.uniform(0, settings.real("bias-field"));
    SmoothField field =
        SmoothField.draw(shape.height(), shape.width(), BIAS_NODES, BIAS_SIGMA, draws)
            .scaledToOne();
    double[] noises = settings.numbers("noise");
    double noise = draws.uniform(noises[0], noises[1]);
    boolean rician = settings.text("noise-kind").equals(RICIAN);

    float[] values = new float[shape.size()];
    int to = 0;
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        double brightness = 1 + bias * field.at(y, x);
        double real = noise == 0 ? 0 : noise * draws.gaussian();
        double imaginary = noise == 0 || !rician ? 0 : noise * draws.gaussian();
        for (int c = 0; c < shape.channels(); c++) {
          double value = contrast.of(image.values()[to]) * brightness + real;
          double seen = rician ? Math.sqrt(value * value + imaginary * imaginary) : value;
          values[to] = (float) Math.max(0, Math.min(1, seen));
          to++;
        }
      }
    }
    return new Image(shape, values);
  }

  /** Powers of the values in [0, 1]; from one grey level on read from a table, which is faster. */
  private static final class Contrast {

    private static final int STEPS = 4096;
    private static final double GREY_LEVEL = 1.0 / 255;

    private final double exponent;
    private final double[] powers;

    Contrast(double exponent) {
      this.exponent = exponent;
      this.powers = new double[exponent == 1 ? 0 : STEPS + 2];
      for (int i = 0; i < powers.length; i++) {
        powers[i] = StrictMath.pow((double) i / STEPS, exponent);
      }
    }

    double of(double value) {
      if (powers.length == 0) {
        return value;
      }
      if (value < GREY_LEVEL) {
        return StrictMath.pow(Math.max(0, value), exponent);
      }
      double place = Math.min(1, value) * STEPS;
      int below = (int) place;
      return powers[below] + (place - below) * (powers[below + 1] - powers[below]);
    }
  }
}
