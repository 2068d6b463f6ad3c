package axial.run.store;

import axial.data.Standardizer.Statistics;
import java.util.List;

/**
 * {@code standardizers.json}: what the standardizers of a run learned from its training part.
 *
 * @param standardizers in the order in which they are applied
 */
public record StandardizersFile(List<Learned> standardizers) {

  /** Copies the list. */
  public StandardizersFile {
    standardizers = List.copyOf(standardizers);
  }

  /**
   * What one standardizer learned.
   *
   * @param id its id
   * @param rows named rows of numbers; none when it needs none
   */
  public record Learned(String id, List<Statistics.Row> rows) {

    /** Copies the list. */
    public Learned {
      rows = List.copyOf(rows);
    }
  }
}
