package axial.job;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An extension chosen for a job.
 *
 * @param id its {@link Extension#id()}
 * @param settings values of all its settings, so that a later change of a default changes nothing
 */
public record Choice(String id, Map<String, String> settings) {

  /** Copies the settings in the order of their keys. */
  public Choice {
    if (id.isBlank()) {
      throw new IllegalArgumentException("A chosen extension needs an id; it was blank.");
    }
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }
}
