package axial.dedup.hash;

import axial.data.PerceptualHash;
import axial.data.Thumbnail;
import axial.job.Setting;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * The hash of differences between neighbours, as the Python library imagededup computes its {@code
 * dhash}: a bit is set where a value of a picture of 9 x 8 is above the one to its left. The 9 x 8
 * values are area means of the thumbnail, where imagededup resamples the picture (Lanczos), so a
 * few bits may differ from its hash.
 */
@Component
public final class DHash implements PerceptualHash {

  private static final int ROWS = 8;
  private static final int COLUMNS = 9;

  @Override
  public String id() {
    return "dhash";
  }

  @Override
  public String description() {
    return "64 bits: where the picture, squeezed to 9 x 8, becomes brighter from left to right.";
  }

  @Override
  public List<Setting> settings() {
    return List.of();
  }

  @Override
  public long hash(Thumbnail thumbnail) {
    long hash = 0;
    for (int row = 0; row < ROWS; row++) {
      int left = sum(thumbnail, row, 0);
      for (int column = 1; column < COLUMNS; column++) {
        int right = sum(thumbnail, row, column);
        hash = hash << 1 | (right > left ? 1 : 0);
        left = right;
      }
    }
    return hash;
  }

  /** A ninth of the width and an eighth of the height, in ninths of a column. */
  private static int sum(Thumbnail thumbnail, int row, int column) {
    int tall = Thumbnail.SIDE / ROWS;
    int from = column * Thumbnail.SIDE;
    int to = from + Thumbnail.SIDE;
    int sum = 0;
    for (int x = from / COLUMNS; x * COLUMNS < to; x++) {
      int share = Math.min(to, (x + 1) * COLUMNS) - Math.max(from, x * COLUMNS);
      for (int y = row * tall; y < (row + 1) * tall; y++) {
        sum += share * thumbnail.at(y, x);
      }
    }
    return sum;
  }
}
