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
            0.1,
            10,
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
    double gamma =
        StrictMath.exp(draws.uniform(StrictMath.log(gammas[0]), StrictMath.log(gammas[1])));
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
          double value = contrast(image.values()[to], gamma) * brightness + real;
          double seen = rician ? Math.sqrt(value * value + imaginary * imaginary) : value;
          values[to] = (float) Math.max(0, Math.min(1, seen));
          to++;
        }
      }
    }
    return new Image(shape, values);
  }

  private static double contrast(double value, double gamma) {
    return gamma == 1 || value <= 0 ? value : StrictMath.pow(value, gamma);
  }
}
