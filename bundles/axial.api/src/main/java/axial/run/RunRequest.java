package axial.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a user asks for; {@link Runs#specify} makes a complete {@link RunSpec} of it.
 *
 * @param model id of a model of the zoo
 * @param data address of the data, such as a folder or {@code phantom}
 * @param set values by name: {@code <extension id>.<setting>} such as {@code lime.num-samples},
 *     {@code train.epochs|batch|patience|class-weights}, {@code run.seed|input|engine|augmenters|
 *     schedules|evaluators|explainers|explain|...}; lists are joined by commas, {@code none} is the
 *     empty list
 */
public record RunRequest(String model, String data, Map<String, String> set) {

  /** The model that is trained where the user names none. */
  public static final String DEFAULT_MODEL = "compact";

  /**
   * The main job on phantoms in little time: half the usual size of images and many small steps, so
   * that it learns within two minutes.
   */
  public static RunRequest demo(long seed) {
    return new RunRequest(
        "final",
        "phantom",
        Map.of(
            "run.seed", Long.toString(seed),
            "phantom.patients", "128",
            "stratified.train", "0.75",
            "stratified.validation", "0.1",
            "run.input", "75x75x3",
            "run.schedules", "none",
            "final.learning-rate", "0.0005",
            "train.epochs", "20",
            "train.batch", "16"));
  }

  /** Copies the values in their order. */
  public RunRequest {
    set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
  }
}
