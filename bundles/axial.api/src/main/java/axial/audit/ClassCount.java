package axial.audit;

/**
 * How many images of one class a part has.
 *
 * @param images all of them
 * @param contents how many different pictures they are, pixel by pixel
 * @param kept how many remain when of each group of twins in this part one is kept, and none where
 *     a group has several classes
 * @param twins how many have an exact or near twin in the other part; 0 when there is no other
 */
public record ClassCount(int images, int contents, int kept, int twins) {

  /** No image at all. */
  public static ClassCount none() {
    return new ClassCount(0, 0, 0, 0);
  }

  /** Both together. */
  public ClassCount plus(ClassCount other) {
    return new ClassCount(
        images + other.images, contents + other.contents, kept + other.kept, twins + other.twins);
  }

  /** The share of images with a twin in the other part, in [0, 1]; 0 when there is no image. */
  public double twinShare() {
    return images == 0 ? 0 : (double) twins / images;
  }
}
