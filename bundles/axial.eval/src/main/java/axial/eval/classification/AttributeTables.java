package axial.eval.classification;

import axial.data.Sample;
import axial.eval.ConfusionMatrix;
import axial.eval.Estimate;
import axial.eval.EvaluationData;
import axial.eval.Prediction;
import axial.eval.Predictions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Results by what is known of the images, such as their plane: where a network is good and where it
 * is not. An attribute is shown when it has 2 to 12 values; values with few images share a row.
 */
final class AttributeTables {

  private static final int FEWEST_VALUES = 2;
  private static final int MOST_VALUES = 12;
  private static final int FEWEST_IMAGES = 5;
  private static final String WIDTH = "width";
  private static final String HEIGHT = "height";
  private static final String UNKNOWN = "(not known)";

  private AttributeTables() {}

  static void add(Findings findings, EvaluationData data) {
    List<Map<String, String>> attributes =
        data.test().list().stream()
            .map(p -> Optional.ofNullable(data.samples().get(p.source())))
            .map(sample -> sample.map(AttributeTables::of).orElse(Map.of()))
            .toList();
    Set<String> names = new TreeSet<>();
    attributes.forEach(known -> names.addAll(known.keySet()));
    for (String name : names) {
      Map<String, List<Prediction>> byValue = new TreeMap<>();
      for (int i = 0; i < attributes.size(); i++) {
        byValue
            .computeIfAbsent(
                attributes.get(i).getOrDefault(name, UNKNOWN), value -> new ArrayList<>())
            .add(data.test().list().get(i));
      }
      add(findings, data.test(), name, byValue);
    }
  }

  /** The attributes of a sample; width and height are one of them. */
  private static Map<String, String> of(Sample sample) {
    Map<String, String> attributes = new HashMap<>(sample.attributes());
    String width = attributes.remove(WIDTH);
    String height = attributes.remove(HEIGHT);
    if (width != null && height != null) {
      attributes.put("size", width + "x" + height);
    }
    return attributes;
  }

  private static void add(
      Findings findings, Predictions test, String name, Map<String, List<Prediction>> values) {
    long shown = values.values().stream().filter(list -> list.size() >= FEWEST_IMAGES).count();
    if (shown < FEWEST_VALUES || shown > MOST_VALUES) {
      return;
    }
    List<Prediction> few = new ArrayList<>();
    int fewValues = 0;
    List<List<String>> rows = new ArrayList<>();
    for (var value :
        values.entrySet().stream()
            .sorted(Comparator.comparingInt(e -> -e.getValue().size()))
            .toList()) {
      if (value.getValue().size() >= FEWEST_IMAGES) {
        rows.add(row(value.getKey(), test, value.getValue()));
      } else {
        few.addAll(value.getValue());
        fewValues++;
      }
    }
    if (!few.isEmpty()) {
      rows.add(row("(" + fewValues + " rarer)", test, few));
    }
    findings.table(
        "by_" + name,
        "By " + name + ", with 95 % intervals",
        List.of(name, "images", "balanced accuracy", "recall", "specificity"),
        rows);
  }

  private static List<String> row(String value, Predictions test, List<Prediction> list) {
    ConfusionMatrix matrix = new Predictions(test.labels(), list, test.threshold()).confusion();
    int positive = test.labels().positive();
    int own = matrix.support(positive);
    int others = matrix.total() - own;
    return List.of(
        value,
        Integer.toString(list.size()),
        own > 0 && others > 0 ? Estimate.balancedAccuracy(matrix).text() : "",
        own > 0 ? Estimate.share(matrix.count(positive, positive), own).text() : "",
        others > 0 ? Estimate.share(matrix.rejected(positive), others).text() : "");
  }
}
