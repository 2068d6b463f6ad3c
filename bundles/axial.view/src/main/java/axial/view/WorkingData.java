package axial.view;

import axial.data.Dataset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The data that the window works on.
 *
 * @param address as it was given to the source
 * @param set settings by name as in {@link axial.run.RunRequest}, such as {@code folder.group},
 *     {@code run.duplicates} or {@code stratified.test}, which a training on this data is given
 * @param dataset what the source found with these settings
 */
public record WorkingData(String address, Map<String, String> set, Dataset dataset) {

  /** Copies the settings in their order. */
  public WorkingData {
    set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
  }
}
