package axial.zoo;

import java.util.Map;
import java.util.TreeMap;

/** How the networks with batch normalisation are trained, unless asked otherwise. */
final class DefaultRecipe {

  private static final Map<String, String> SHARED =
      Map.ofEntries(
          Map.entry("run.augmenters", "notebook"),
          Map.entry("notebook.rotation", "0"),
          Map.entry("notebook.height-shift", "0.05"),
          Map.entry("notebook.width-shift", "0.05"),
          Map.entry("notebook.zoom", "0"),
          Map.entry("run.schedules", "cosine"),
          Map.entry("cosine.warm-up", "1"),
          Map.entry("train.batch", "32"),
          Map.entry("train.class-weights", "balanced"),
          Map.entry("train.patience", "12"));

  private DefaultRecipe() {}

  /** The recipe for a network that needs so many epochs on images of such a shape. */
  static Map<String, String> with(String epochs, String input) {
    Map<String, String> values = new TreeMap<>(SHARED);
    values.put("train.epochs", epochs);
    values.put("run.input", input);
    return Map.copyOf(values);
  }
}
