package axial.workbench.explanation;

import axial.run.ExplainedSample;
import axial.view.Subscription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * What the views of explanations share: the latest explanations, the queue, and how the user wants
 * images explained. Only on the event dispatch thread.
 */
@Component(service = ExplanationBoard.class)
public final class ExplanationBoard {

  /** So many images are remembered; all are kept in their runs. */
  private static final int MOST = 200;

  private final Map<Asked, Map<String, ExplainedSample>> explained = new LinkedHashMap<>();
  private final Map<Asked, Waiting> queue = new LinkedHashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private Chosen chosen = new Chosen(List.of(), Map.of());

  /** How an image of the queue stands. */
  enum State {
    /** Its turn comes. */
    WAITING("waits"),
    /** It is being explained. */
    WORKING("is being explained"),
    /** It is explained. */
    DONE("explained"),
    /** It could not be explained. */
    FAILED("failed");

    private final String words;

    State(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * An image of the queue.
   *
   * @param reason why it failed; empty otherwise
   */
  record Waiting(Asked asked, State state, String reason) {}

  /** How images are to be explained. */
  Chosen chosen() {
    return chosen;
  }

  void chosen(Chosen changed) {
    chosen = changed;
  }

  /** The explanations of an image by their explainers' ids; empty when there are none yet. */
  Map<String, ExplainedSample> of(Asked asked) {
    return explained.getOrDefault(asked, Map.of());
  }

  /** The explanation that stands for an image where there is room for one. */
  Optional<ExplainedSample> first(Asked asked) {
    return of(asked).values().stream().findFirst();
  }

  /** Remembers explanations of an image, instead of former ones by the same explainers. */
  void put(Asked asked, List<ExplainedSample> samples) {
    Map<String, ExplainedSample> all = new LinkedHashMap<>(of(asked));
    samples.forEach(sample -> all.put(sample.explanation().explainer(), sample));
    explained.remove(asked);
    explained.put(asked, all);
    if (explained.size() > MOST) {
      explained.remove(explained.keySet().iterator().next());
    }
    tell();
  }

  /** The queue in its order. */
  List<Waiting> queue() {
    return List.copyOf(queue.values());
  }

  /** Adds images; those that are there already and did not fail stay as they are. */
  void add(List<Asked> images) {
    for (Asked asked : images) {
      Waiting there = queue.get(asked);
      if (there == null || there.state() == State.FAILED) {
        queue.put(asked, new Waiting(asked, State.WAITING, ""));
      }
    }
    tell();
  }

  /** Says how images of the queue stand now. */
  void set(List<Asked> images, State state, String reason) {
    for (Asked asked : images) {
      queue.replace(asked, new Waiting(asked, state, reason));
    }
    tell();
  }

  /** Empties the queue; what is being explained stays until it is done. */
  void clear() {
    queue.values().removeIf(waiting -> waiting.state() != State.WORKING);
    tell();
  }

  /** Calls a listener after each change. */
  Subscription watch(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void tell() {
    List.copyOf(listeners).forEach(Runnable::run);
  }
}
