package axial.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Models side by side.
 *
 * @param standings each by itself, in the order in which they were given
 * @param differences each but the first against the first
 */
public record Comparison(List<Standing> standings, List<Difference> differences) {

  /** Copies the lists. */
  public Comparison {
    standings = List.copyOf(standings);
    differences = List.copyOf(differences);
  }

  /**
   * One model on its own test part.
   *
   * @param name of the model
   * @param images how many it was tested on
   * @param figures by name, such as {@code balanced_accuracy}, in the order to be shown
   */
  public record Standing(String name, int images, Map<String, Estimate> figures) {
    /** Copies the figures. */
    public Standing {
      figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
  }

  /**
   * One model against another, on the images that both were tested on.
   *
   * @param first name of the model that is compared with
   * @param second name of the other
   * @param shared how many images both were tested on, by content
   * @param figures the figures of the second less those of the first; empty when there are too few
   *     shared images
   * @param mcNemar the test whether one is right more often, where it could be made
   * @param deLongP two-sided probability of such a difference of the areas under the ROC curve if
   *     there were none, where it could be computed
   * @param notes what to know, one sentence each
   */
  public record Difference(
      String first,
      String second,
      int shared,
      Map<String, Estimate> figures,
      Optional<McNemar> mcNemar,
      Optional<Double> deLongP,
      List<String> notes) {
    /** Copies the collections. */
    public Difference {
      figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
      notes = List.copyOf(notes);
    }
  }

  /**
   * McNemar's test of two classifiers on the same images ("Note on the sampling error of the
   * difference between correlated proportions or percentages", 1947).
   *
   * @param bothRight images that both called right
   * @param onlyFirst images that only the first called right
   * @param onlySecond images that only the second called right
   * @param bothWrong images that both called wrong
   * @param exactP two-sided probability by the binomial distribution
   * @param chiSquared with the continuity correction of Edwards (1948); NaN when they never differ
   * @param correctedP its probability; 1 when they never differ
   */
  public record McNemar(
      int bothRight,
      int onlyFirst,
      int onlySecond,
      int bothWrong,
      double exactP,
      double chiSquared,
      double correctedP) {}
}
