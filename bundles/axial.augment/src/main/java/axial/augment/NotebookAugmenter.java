package axial.augment;

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

/** The notebook's augmentation: Keras 2.4's rotation, shift, zoom and flip, drawn in its order. */
@Component
public final class NotebookAugmenter implements Augmenter {

  @Override
  public String id() {
    return "notebook";
  }

  @Override
  public String description() {
    return "The notebook's random rotation, shift, zoom and left-right flip.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Real("rotation", 30, 0, 180, "Largest rotation either way, in degrees."),
        new Setting.Real("height-shift", 0.2, 0, 0.99, "Largest shift as a share of the height."),
        new Setting.Real("width-shift", 0.2, 0, 0.99, "Largest shift as a share of the width."),
        new Setting.Real("shear", 0, 0, 89, "Largest shear either way, in degrees."),
        new Setting.Real("zoom", 0.25, 0, 0.99, "Largest zoom either way, as a share."),
        new Setting.Flag("horizontal-flip", true, "Whether left and right may be swapped."),
        new Setting.Flag("vertical-flip", false, "Whether top and bottom may be swapped."));
  }

  @Override
  public Image augment(Image image, Settings settings, Seed seed) {
    return draw(image.shape(), settings, seed).apply(image, Resampler.BILINEAR);
  }

  @Override
  public Image augmentMask(Image mask, Settings settings, Seed seed) {
    return draw(mask.shape(), settings, seed).applyToMask(mask, Resampler.BILINEAR);
  }

  @Override
  public List<String> cautions(Settings settings, Labels labels) {
    return Flips.cautions(id(), settings, labels);
  }

  static KerasTransform draw(Shape shape, Settings settings, Seed seed) {
    double zoom = settings.real("zoom");
    return new KerasRanges(
            settings.real("rotation"),
            new ShiftRange.Share(settings.real("height-shift")),
            new ShiftRange.Share(settings.real("width-shift")),
            settings.real("shear"),
            1 - zoom,
            1 + zoom,
            settings.flag("horizontal-flip"),
            settings.flag("vertical-flip"),
            0,
            1,
            1)
        .draw(shape, seed.draws());
  }
}
