package axial.explain;

import axial.explain.Explanation.Weight;
import java.util.List;

/**
 * Which pixels a picture of an explanation points out: 1 where a chosen region speaks for the
 * class, -1 where one speaks against it, 0 elsewhere. The choice is that of {@code
 * get_image_and_mask} of the Python package {@code lime}.
 */
public final class Marks {

  private final Regions regions;
  private final byte[] ofRegion;

  private Marks(Regions regions, List<Weight> chosen) {
    this.regions = regions;
    this.ofRegion = new byte[regions.count()];
    for (Weight weight : chosen) {
      ofRegion[weight.region()] = (byte) (weight.value() > 0 ? 1 : -1);
    }
  }

  /** The {@code count} regions that speak most for the class; nothing is marked as against. */
  public static Marks speakingFor(Explanation explanation, int count) {
    return new Marks(explanation.regions(), explanation.topFor(count));
  }

  /** The {@code count} regions of the largest weight in size, for or against. */
  public static Marks strongest(Explanation explanation, int count) {
    return new Marks(explanation.regions(), explanation.top(count));
  }

  /** 1, -1 or 0. */
  public int at(int row, int column) {
    return ofRegion[regions.at(row, column)];
  }

  /**
   * Whether a pixel is on the line around what is marked, as {@code mark_boundaries} of
   * scikit-image 0.19 draws it around the masks of {@code lime}: unmarked pixels with a marked one
   * above, below, left or right, and marked ones beside which, left or right, three pixels in a
   * column are unmarked.
   */
  public boolean border(int row, int column) {
    if (at(row, column) != 0) {
      return free(row, column - 1) || free(row, column + 1);
    }
    return marked(row - 1, column)
        || marked(row + 1, column)
        || marked(row, column - 1)
        || marked(row, column + 1);
  }

  /** Whether that column of the image has no mark in that row and those above and below. */
  private boolean free(int row, int column) {
    return column >= 0
        && column < regions.width()
        && !marked(row - 1, column)
        && !marked(row, column)
        && !marked(row + 1, column);
  }

  private boolean marked(int row, int column) {
    return row >= 0
        && row < regions.height()
        && column >= 0
        && column < regions.width()
        && at(row, column) != 0;
  }
}
