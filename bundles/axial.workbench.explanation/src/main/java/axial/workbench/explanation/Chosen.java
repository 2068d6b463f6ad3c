package axial.workbench.explanation;

import java.util.List;
import java.util.Map;

/**
 * How images are to be explained.
 *
 * @param explainers ids of explainers, in the order in which they are shown; empty for those of the
 *     run
 * @param set values by {@code <explainer>.<setting>} that differ from those of the run
 */
record Chosen(List<String> explainers, Map<String, String> set) {

  /** Copies the collections. */
  Chosen {
    explainers = List.copyOf(explainers);
    set = Map.copyOf(set);
  }
}
