package axial.workbench.model;

import axial.job.Setting;
import java.util.List;
import java.util.Map;

/**
 * A part of the recipe: the settings of one owner.
 *
 * @param title on the screen
 * @param prefix of its names in a request, such as {@code "train."}
 * @param settings in their order
 * @param defaults by key, what the model's recipe puts in place of the settings' own
 */
record Section(String title, String prefix, List<Setting> settings, Map<String, String> defaults) {

  /** Copies both. */
  Section {
    settings = List.copyOf(settings);
    defaults = Map.copyOf(defaults);
  }
}
