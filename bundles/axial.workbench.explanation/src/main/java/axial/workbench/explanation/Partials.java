package axial.workbench.explanation;

import axial.run.ExplainedSample;
import java.awt.EventQueue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes explanations by the answers so far from a background thread to the event dispatch thread,
 * the latest of each explainer, however many come meanwhile.
 */
final class Partials implements Consumer<ExplainedSample> {

  private final Consumer<Map<String, ExplainedSample>> shown;
  private final Map<String, ExplainedSample> latest = new LinkedHashMap<>();
  private boolean told;

  /**
   * A bridge.
   *
   * @param shown gets the latest by explainer, on the event dispatch thread
   */
  Partials(Consumer<Map<String, ExplainedSample>> shown) {
    this.shown = shown;
  }

  @Override
  public synchronized void accept(ExplainedSample sample) {
    latest.put(sample.explanation().explainer(), sample);
    if (!told) {
      told = true;
      EventQueue.invokeLater(() -> shown.accept(take()));
    }
  }

  private synchronized Map<String, ExplainedSample> take() {
    told = false;
    return Map.copyOf(latest);
  }
}
