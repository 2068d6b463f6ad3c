package axial.dedup.hash;

import axial.data.PerceptualHash;
import axial.data.Thumbnail;
import axial.job.Setting;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * The hash of the 8 x 8 lowest frequencies of a cosine transform, as the Python library imagededup
 * computes its {@code phash} from a picture of 32 x 32 pixels: a bit is set where the coefficient
 * is at least the median of all but the first one.
 */
@Component
public final class PHash implements PerceptualHash {

  private static final int LOW = 8;

  private final double[][] cosines = new double[LOW][Thumbnail.SIDE];

  /** A hash. */
  public PHash() {
    for (int k = 0; k < LOW; k++) {
      for (int i = 0; i < Thumbnail.SIDE; i++) {
        cosines[k][i] = StrictMath.cos(StrictMath.PI * k * (2 * i + 1) / (2 * Thumbnail.SIDE));
      }
    }
  }

  @Override
  public String id() {
    return "phash";
  }

  @Override
  public String description() {
    return "64 bits: which of the 8 x 8 lowest frequencies are above their median.";
  }

  @Override
  public List<Setting> settings() {
    return List.of();
  }

  @Override
  public long hash(Thumbnail thumbnail) {
    double[] low = lowFrequencies(thumbnail);
    double[] others = Arrays.copyOfRange(low, 1, low.length);
    Arrays.sort(others);
    double median = others[others.length / 2];
    long hash = 0;
    for (double coefficient : low) {
      hash = hash << 1 | (coefficient >= median ? 1 : 0);
    }
    return hash;
  }

  /** The coefficients of the DCT-II, not normalised, by vertical and then horizontal frequency. */
  private double[] lowFrequencies(Thumbnail thumbnail) {
    double[] low = new double[LOW * LOW];
    double[] across = new double[LOW];
    for (int y = 0; y < Thumbnail.SIDE; y++) {
      for (int k = 0; k < LOW; k++) {
        double sum = 0;
        for (int x = 0; x < Thumbnail.SIDE; x++) {
          sum += cosines[k][x] * thumbnail.at(y, x);
        }
        across[k] = sum;
      }
      for (int i = 0; i < low.length; i++) {
        low[i] += cosines[i / LOW][y] * across[i % LOW];
      }
    }
    return low;
  }
}
