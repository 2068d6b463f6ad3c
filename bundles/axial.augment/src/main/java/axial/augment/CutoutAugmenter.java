package axial.augment;

import axial.data.Augmenter;
import axial.data.Image;
import axial.data.Shape;
import axial.job.Draws;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * Squares cut out of the image, after DeVries and Taylor ("Improved regularization of convolutional
 * neural networks with cutout", arXiv 1708.04552): the centre of each is any pixel, so that it may
 * reach beyond the edge. The mask of the finding stays as it is: what is hidden is still there.
 */
@Component
public final class CutoutAugmenter implements Augmenter {

  @Override
  public String id() {
    return "cutout";
  }

  @Override
  public String description() {
    return "Squares of the image covered at random.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Whole("number", 1, 1, 100, "How many squares are covered."),
        new Setting.Real(
            "size", 0.25, 0.01, 1, "Side of a square, as a share of the image's shorter side."),
        new Setting.Real("fill", 0, 0, 255, "Grey level of 255 that they are covered with."));
  }

  @Override
  public Image augment(Image image, Settings settings, Seed seed) {
    Shape shape = image.shape();
    Draws draws = seed.draws();
    float[] values = image.values().clone();
    float fill = (float) (settings.real("fill") / 255);
    int side =
        (int)
            Math.max(
                1, Math.round(settings.real("size") * Math.min(shape.height(), shape.width())));
    for (int i = 0; i < settings.whole("number"); i++) {
      int top = draws.below(shape.height()) - side / 2;
      int left = draws.below(shape.width()) - side / 2;
      int from = Math.max(0, left) * shape.channels();
      int to = Math.min(shape.width(), left + side) * shape.channels();
      for (int y = Math.max(0, top); y < Math.min(shape.height(), top + side); y++) {
        int row = y * shape.width() * shape.channels();
        Arrays.fill(values, row + from, row + to, fill);
      }
    }
    return new Image(shape, values);
  }
}
