package axial.workbench.data.sources;

import axial.data.Sample;
import axial.workbench.data.work.Found;
import axial.workbench.data.work.Marks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What data hold, counted after the edits.
 *
 * @param images that are left
 * @param excluded by hand
 * @param relabelled by hand
 * @param groups such as patients; 0 when each image is its own
 * @param counts by class, and by each attribute that tells images apart; the most frequent first
 *     but for classes
 */
record Summary(
    int images, int excluded, int relabelled, int groups, Map<String, List<Count>> counts) {

  /** Title of the counts by class. */
  static final String BY_CLASS = "Class";

  private static final int MOST_ROWS = 8;
  private static final List<String> ATTRIBUTES = List.of("source", "plane", "weighting");

  /** How many images have a value. */
  record Count(String value, int images) {}

  Summary {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
  }

  /** Counts; takes some time for large data. */
  static Summary of(Found found, Marks marks) {
    List<Sample> left =
        found.dataset().samples().stream().filter(sample -> !marks.excluded(sample)).toList();
    Map<String, List<Count>> counts = new LinkedHashMap<>();
    List<String> names = found.dataset().labels().names();
    int[] classes = new int[names.size()];
    left.forEach(sample -> classes[marks.label(sample)]++);
    List<Count> byClass = new ArrayList<>();
    for (int i = 0; i < classes.length; i++) {
      byClass.add(new Count(names.get(i), classes[i]));
    }
    counts.put(BY_CLASS, byClass);
    for (String key : ATTRIBUTES) {
      add(counts, capital(key), left, sample -> sample.attributes().getOrDefault(key, ""));
    }
    add(counts, "Size", left, Summary::size);
    add(counts, "Format", left, sample -> sample.attributes().getOrDefault("format", ""));
    int groups = (int) left.stream().map(Sample::group).distinct().count();
    return new Summary(
        left.size(),
        marks.excluded().size(),
        marks.labels().size(),
        groups == left.size() ? 0 : groups,
        counts);
  }

  private static void add(
      Map<String, List<Count>> counts,
      String title,
      List<Sample> samples,
      Function<Sample, String> value) {
    Map<String, Integer> by = new HashMap<>();
    samples.forEach(sample -> by.merge(value.apply(sample), 1, Integer::sum));
    by.remove("");
    List<Count> rows = new ArrayList<>();
    by.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> rows.add(new Count(entry.getKey(), entry.getValue())));
    if (rows.isEmpty()) {
      return;
    }
    if (rows.size() > MOST_ROWS) {
      List<Count> rest = rows.subList(MOST_ROWS - 1, rows.size());
      int images = rest.stream().mapToInt(Count::images).sum();
      Count others = new Count(rest.size() + " others", images);
      rest.clear();
      rows.add(others);
    }
    counts.put(title, List.copyOf(rows));
  }

  private static String size(Sample sample) {
    String width = sample.attributes().getOrDefault("width", "");
    String height = sample.attributes().getOrDefault("height", "");
    return width.isEmpty() || height.isEmpty() ? "" : width + " \u00d7 " + height;
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
