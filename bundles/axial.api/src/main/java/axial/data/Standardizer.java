package axial.data;

import axial.job.Extension;
import axial.job.Progress;
import axial.job.Settings;
import java.util.List;
import java.util.function.IntFunction;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Brings images to a common scale before the network sees them, in training and in every prediction
 * alike. What it needs to know of the data it learns from the training part only.
 */
@ConsumerType
public interface Standardizer extends Extension {

  /**
   * Learns from the training images, not augmented; one that need not learn has no such method.
   * Called on a background thread.
   *
   * @param count how many images there are
   * @param images gives each by its index, 0 to {@code count - 1}
   * @return what {@link #apply} needs, as named rows of numbers; empty when it needs nothing. It is
   *     written to the run
   * @throws axial.job.ProblemException of kind USAGE when images of that shape are too large for it
   * @throws axial.job.CancelledException when cancelled
   */
  default Statistics fit(
      int count, IntFunction<Image> images, Settings settings, Progress progress) {
    return Statistics.none();
  }

  /**
   * The standardized image, of the same shape; its values need not be in [0, 1]. Called from
   * several threads at once.
   */
  Image apply(Image image, Settings settings, Statistics statistics);

  /**
   * What a standardizer learned.
   *
   * @param rows named rows of numbers
   */
  record Statistics(List<Row> rows) {

    /** Copies the list. */
    public Statistics {
      rows = List.copyOf(rows);
    }

    /** Nothing had to be learned. */
    public static Statistics none() {
      return new Statistics(List.of());
    }

    /**
     * The values of a row.
     *
     * @throws IllegalArgumentException when there is no such row
     */
    public double[] row(String name) {
      return rows.stream()
          .filter(row -> row.name().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("There is no row of numbers " + name))
          .values();
    }

    /** Named numbers; nobody writes to the array. */
    public record Row(String name, double[] values) {}
  }
}
