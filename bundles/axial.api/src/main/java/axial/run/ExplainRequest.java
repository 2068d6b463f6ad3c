package axial.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a user wants explained.
 *
 * @param choice which images
 * @param explainers ids of explainers; empty for those of the run
 * @param set values by name, {@code <explainer>.<setting>} such as {@code lime.num-samples}, put
 *     over those of the run
 * @param label name of the class to explain; nothing for the one that {@code choice} explains
 * @param epoch the epoch whose model is explained, which may still be training; nothing for the
 *     finished model. What is decided for is then decided at 0.5, as in {@link
 *     axial.train.Epoch#confusion}
 * @param seed where explainers' random draws come from; nothing for the seed of the run
 */
public record ExplainRequest(
    Choice choice,
    List<String> explainers,
    Map<String, String> set,
    Optional<String> label,
    OptionalInt epoch,
    OptionalLong seed) {

  /** A request that draws from the seed of the run. */
  public ExplainRequest(
      Choice choice,
      List<String> explainers,
      Map<String, String> set,
      Optional<String> label,
      OptionalInt epoch) {
    this(choice, explainers, set, label, epoch, OptionalLong.empty());
  }

  /** A request about the finished model. */
  public ExplainRequest(
      Choice choice, List<String> explainers, Map<String, String> set, Optional<String> label) {
    this(choice, explainers, set, label, OptionalInt.empty());
  }

  /** Copies the collections. */
  public ExplainRequest {
    explainers = List.copyOf(explainers);
    set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
  }

  /** Which images are explained. */
  public sealed interface Choice {}

  /** The run's own choice: its surest errors and finds. The class that was decided is explained. */
  public record OwnChoice() implements Choice {}

  /**
   * These images. The class that was decided is explained.
   *
   * @param names sources or content ids of the run's samples, or image files
   */
  public record Named(List<String> names) implements Choice {
    /** Copies the names. */
    public Named {
      names = List.copyOf(names);
    }
  }

  /**
   * Test images whose finding is known, drawn at random by the run's seed, to score explainers. The
   * true class is explained.
   *
   * @param count how many at most, at least 1
   */
  public record Scored(int count) implements Choice {
    /** Checks the count. */
    public Scored {
      if (count < 1) {
        throw new IllegalArgumentException(
            "The number of images to score must be at least 1; it was " + count);
      }
    }
  }
}
