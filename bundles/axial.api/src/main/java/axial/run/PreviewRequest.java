package axial.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a user wants to see of augmentation.
 *
 * @param data address of the data, such as a folder or {@code phantom}
 * @param set values by name as in {@link RunRequest}: {@code run.augmenters}, {@code run.input},
 *     {@code run.seed} and settings of the source and the augmenters
 * @param images how many images, spread over the classes; 1 to 50
 * @param variations how many variations of each; 1 to 50
 */
public record PreviewRequest(String data, Map<String, String> set, int images, int variations) {

  /** Copies the values in their order. */
  public PreviewRequest {
    set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
  }
}
