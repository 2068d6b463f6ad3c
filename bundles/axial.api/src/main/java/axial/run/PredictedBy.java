package axial.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which engines predicted: prediction engines, and the engine that trained where none of them
 * could.
 *
 * @param images how many images each predicted, by the engine's id
 */
public record PredictedBy(Map<String, Long> images) {

  /** Copies the counts. */
  public PredictedBy {
    images = Collections.unmodifiableMap(new TreeMap<>(images));
  }

  /** Nobody, or not known: older runs do not say. */
  public static PredictedBy nobody() {
    return new PredictedBy(Map.of());
  }

  /** The sum of both. */
  public PredictedBy plus(PredictedBy other) {
    Map<String, Long> sum = new TreeMap<>(images);
    other.images.forEach((engine, count) -> sum.merge(engine, count, Long::sum));
    return new PredictedBy(sum);
  }

  /** In words, such as "dl4j (100 images), onnx (901 images)"; empty when it is nobody. */
  public String text() {
    return images.entrySet().stream()
        .map(e -> e.getKey() + " (" + e.getValue() + (e.getValue() == 1 ? " image)" : " images)"))
        .collect(Collectors.joining(", "));
  }
}
