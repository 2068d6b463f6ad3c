package axial.data;

import axial.job.Choice;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Images that are frozen: no run trains or validates on them, and none may be added or taken out.
 *
 * @param name short name for a person
 * @param frozen when
 * @param data address of the data that they came from
 * @param source what opens that data, with all its settings
 * @param classes the class of each image that models are judged on, by content id
 * @param companions content ids of images that are frozen as well, since they are duplicates of
 *     those or belong to the same group; no model is judged on them
 */
public record HoldOut(
    String name,
    Instant frozen,
    String data,
    Choice source,
    Map<String, String> classes,
    Set<String> companions) {

  /** Copies the collections. */
  public HoldOut {
    classes = Collections.unmodifiableMap(new TreeMap<>(classes));
    companions = Collections.unmodifiableSet(new TreeSet<>(companions));
    if (name.isBlank() || classes.isEmpty()) {
      throw new IllegalArgumentException("A hold-out needs a name and at least one image.");
    }
  }

  /** The content ids of all frozen images. */
  public Set<String> ids() {
    Set<String> ids = new HashSet<>(classes.keySet());
    ids.addAll(companions);
    return ids;
  }

  /**
   * A judgement that was passed on a hold-out.
   *
   * @param time when
   * @param run the run whose model was judged
   * @param figures what came out, by name, such as {@code balanced_accuracy}
   */
  public record Use(Instant time, String run, Map<String, Double> figures) {
    /** Copies the figures in the order of their names. */
    public Use {
      figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }
  }
}
