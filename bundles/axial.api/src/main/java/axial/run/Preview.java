package axial.run;

import axial.data.Image;
import java.util.List;
import java.util.Optional;

/**
 * Images and what augmentation makes of them.
 *
 * @param data name of the data set
 * @param augmenters each with the settings that are not its defaults, such as {@code "keras,
 *     rotation 30"}
 * @param seed of the run that would make these variations
 * @param rows one for each image
 * @param cautions what may go wrong, one sentence each
 */
public record Preview(
    String data, List<String> augmenters, long seed, List<Row> rows, List<String> cautions) {

  /** Copies the lists. */
  public Preview {
    augmenters = List.copyOf(augmenters);
    rows = List.copyOf(rows);
    cautions = List.copyOf(cautions);
  }

  /**
   * One image.
   *
   * @param source where it came from
   * @param className its class
   * @param pictures the image itself, then its variation in epoch 1, 2 and so on, all of one shape
   */
  public record Row(String source, String className, List<Picture> pictures) {

    /** Copies the list. */
    public Row {
      pictures = List.copyOf(pictures);
    }
  }

  /**
   * One picture.
   *
   * @param image as a network would see it
   * @param mask where the finding is, if that is known: one channel, 1 inside and 0 outside
   */
  public record Picture(Image image, Optional<Image> mask) {}
}
