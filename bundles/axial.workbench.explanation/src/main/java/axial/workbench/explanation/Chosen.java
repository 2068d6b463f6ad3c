package axial.workbench.explanation;

import axial.run.ExplainedSample;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How images are to be explained.
 *
 * @param explainers ids of explainers, in the order in which they are shown; empty for those of the
 *     run
 * @param set values by {@code <explainer>.<setting>} that differ from those of the run
 * @param seed for random draws; empty for that of the run
 * @param whole all settings of each chosen explainer, by its id
 */
record Chosen(
    List<String> explainers,
    Map<String, String> set,
    OptionalLong seed,
    Map<String, Map<String, String>> whole) {

  /** Copies the collections. */
  Chosen {
    explainers = List.copyOf(explainers);
    set = Map.copyOf(set);
    whole = Map.copyOf(whole);
  }

  /** Nothing is known of the settings that are not set. */
  Chosen(List<String> explainers, Map<String, String> set) {
    this(explainers, set, OptionalLong.empty(), Map.of());
  }

  /** Whether an explanation is the one that would be made. */
  boolean made(ExplainedSample sample) {
    return sample.settings().equals(whole.get(sample.explanation().explainer()))
        && sample.seed().equals(seed);
  }

  /** Whether an explanation is known to be another one than would be made. */
  boolean differs(ExplainedSample sample) {
    return whole.containsKey(sample.explanation().explainer()) && !made(sample);
  }
}
