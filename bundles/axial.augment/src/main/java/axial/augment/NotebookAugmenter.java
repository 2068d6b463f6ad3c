package axial.augment;

import axial.data.Augmenter;
import axial.data.Image;
import axial.job.Draws;
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
    return draw(image, settings, seed.draws()).apply(image);
  }

  static Affine draw(Image image, Settings settings, Draws draws) {
    double rotation = settings.real("rotation");
    double height = settings.real("height-shift") * image.shape().height();
    double width = settings.real("width-shift") * image.shape().width();
    double shear = settings.real("shear");
    double zoom = settings.real("zoom");
    double theta = draws.uniform(-rotation, rotation);
    double tx = draws.uniform(-height, height);
    double ty = draws.uniform(-width, width);
    double shearAngle = draws.uniform(-shear, shear);
    double zx = draws.uniform(1 - zoom, 1 + zoom);
    double zy = draws.uniform(1 - zoom, 1 + zoom);
    boolean horizontal = draws.uniform() < 0.5 && settings.flag("horizontal-flip");
    boolean vertical = draws.uniform() < 0.5 && settings.flag("vertical-flip");
    return new Affine(theta, tx, ty, shearAngle, zx, zy, horizontal, vertical);
  }
}
