package axial.augment;

import axial.augment.geometry.Positions;
import axial.augment.geometry.Resampler;
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
 * Smooth random deformation after Simard, Steinkraus and Platt ("Best practices for convolutional
 * neural networks applied to visual document analysis", ICDAR 2003): random displacements, smoothed
 * by a Gaussian. Here they are drawn at the nodes of a grid and measured by the image, so that the
 * settings mean the same at every image size. Bilinear, the nearest pixel beyond the edge.
 */
@Component
public final class ElasticAugmenter implements Augmenter {

  @Override
  public String id() {
    return "elastic";
  }

  @Override
  public String description() {
    return "Smooth random deformation.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Real(
            "alpha",
            0.015,
            0,
            0.2,
            "Standard deviation of the displacement, as a share of the shorter side."),
        new Setting.Whole(
            "grid", 6, 2, 64, "Displacements drawn along each side; more make finer waves."),
        new Setting.Real(
            "sigma",
            1,
            0.5,
            10,
            "Standard deviation of the smoothing Gaussian, in distances between grid nodes."));
  }

  @Override
  public Image augment(Image image, Settings settings, Seed seed) {
    return Resampler.BILINEAR.resample(image, positions(image.shape(), settings, seed));
  }

  @Override
  public Image augmentMask(Image mask, Settings settings, Seed seed) {
    return Resampler.BILINEAR.resampleMask(mask, positions(mask.shape(), settings, seed));
  }

  static Positions positions(Shape shape, Settings settings, Seed seed) {
    Draws draws = seed.draws();
    double alpha = settings.real("alpha") * Math.min(shape.height(), shape.width());
    SmoothField down = field(shape, settings, draws);
    SmoothField right = field(shape, settings, draws);
    return (y, rows, columns) -> {
      for (int x = 0; x < shape.width(); x++) {
        rows[x] = y + alpha * down.at(y, x);
        columns[x] = x + alpha * right.at(y, x);
      }
    };
  }

  private static SmoothField field(Shape shape, Settings settings, Draws draws) {
    return SmoothField.draw(
        shape.height(), shape.width(), settings.whole("grid"), settings.real("sigma"), draws);
  }
}
