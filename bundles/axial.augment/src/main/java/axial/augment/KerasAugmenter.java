package axial.augment;

import axial.augment.geometry.Fill;
import axial.augment.geometry.Resampler;
import axial.data.Augmenter;
import axial.data.Image;
import axial.data.Labels;
import axial.data.Shape;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Keras 2.4's {@code ImageDataGenerator} with all parameters that vary an image. */
@Component
public final class KerasAugmenter implements Augmenter {

  private static final int MOST_SHIFTS = 100;
  private static final double LARGEST_SHIFT = 10_000;
  private static final double WHITE = 255;

  @Override
  public String id() {
    return "keras";
  }

  @Override
  public String description() {
    return "All random variations of Keras's ImageDataGenerator, each off until it is set.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Real("rotation", 0, 0, 180, "Largest rotation either way, in degrees."),
        shift("height-shift", "height"),
        shift("width-shift", "width"),
        new Setting.Real("shear", 0, 0, 89, "Largest shear either way, in degrees."),
        new Setting.Numbers(
            "zoom",
            "0",
            1,
            2,
            0,
            10,
            "Largest zoom either way as a share, or least and largest factor; below 1 magnifies."),
        new Setting.Real(
            "channel-shift", 0, 0, WHITE, "Largest change of all values, in grey levels of 255."),
        new Setting.Numbers(
            "brightness", "1,1", 2, 2, 0, 10, "Least and largest factor of the brightness."),
        new Setting.Flag("horizontal-flip", false, "Whether left and right may be swapped."),
        new Setting.Flag("vertical-flip", false, "Whether top and bottom may be swapped."),
        new Setting.Choice(
            "fill", Fill.NEAREST.label(), Fill.labels(), "What lies beyond the edge of an image."),
        new Setting.Real(
            "fill-value", 0, 0, WHITE, "Grey level of 255 that the fill constant fills with."),
        new Setting.Whole(
            "interpolation",
            1,
            0,
            5,
            "Order of the interpolation: 0 nearest pixel, 1 bilinear, 3 cubic spline."));
  }

  private static Setting shift(String key, String side) {
    return new Setting.Numbers(
        key,
        "0",
        1,
        MOST_SHIFTS,
        0,
        LARGEST_SHIFT,
        "Largest shift: 0.2 is a share of the %s, 3.0 is pixels, 3 is one of 0, 1, 2 pixels; several numbers: one of them."
            .formatted(side));
  }

  @Override
  public Image augment(Image image, Settings settings, Seed seed) {
    return draw(image.shape(), settings, seed).apply(image, resampler(settings));
  }

  @Override
  public Image augmentMask(Image mask, Settings settings, Seed seed) {
    return draw(mask.shape(), settings, seed).applyToMask(mask, resampler(settings));
  }

  @Override
  public List<String> cautions(Settings settings, Labels labels) {
    return Flips.cautions(id(), settings, labels);
  }

  static KerasTransform draw(Shape shape, Settings settings, Seed seed) {
    double[] zoom = settings.numbers("zoom");
    double[] brightness = settings.numbers("brightness");
    return new KerasRanges(
            settings.real("rotation"),
            ShiftRange.of(settings.text("height-shift")),
            ShiftRange.of(settings.text("width-shift")),
            settings.real("shear"),
            zoom.length == 1 ? 1 - zoom[0] : zoom[0],
            zoom.length == 1 ? 1 + zoom[0] : zoom[1],
            settings.flag("horizontal-flip"),
            settings.flag("vertical-flip"),
            settings.real("channel-shift") / WHITE,
            brightness[0],
            brightness[1])
        .draw(shape, seed.draws());
  }

  private static Resampler resampler(Settings settings) {
    return new Resampler(
        settings.whole("interpolation"),
        Fill.of(settings.text("fill")),
        settings.real("fill-value") / WHITE);
  }
}
