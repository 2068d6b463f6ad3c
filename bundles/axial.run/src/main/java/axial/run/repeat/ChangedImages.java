package axial.run.repeat;

import axial.data.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the images of one data set differ from those of its record.
 *
 * @param missing sources that are no longer there
 * @param changed sources whose pixels, class or group are others now
 * @param added sources that were not there
 */
public record ChangedImages(List<String> missing, List<String> changed, List<String> added) {

  private static final int NAMED = 3;

  /** The difference between two lists of samples. */
  public static ChangedImages between(List<Sample> then, List<Sample> now) {
    Map<String, Sample> before = bySource(then);
    Map<String, Sample> after = bySource(now);
    return new ChangedImages(
        then.stream().map(Sample::source).filter(source -> !after.containsKey(source)).toList(),
        then.stream()
            .filter(s -> after.containsKey(s.source()))
            .filter(s -> !essence(s).equals(essence(after.getOrDefault(s.source(), s))))
            .map(Sample::source)
            .toList(),
        now.stream().map(Sample::source).filter(source -> !before.containsKey(source)).toList());
  }

  private static List<String> essence(Sample sample) {
    return List.of(sample.id(), sample.group(), Integer.toString(sample.label()));
  }

  private static Map<String, Sample> bySource(List<Sample> samples) {
    return samples.stream().collect(Collectors.toMap(Sample::source, Function.identity()));
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return missing.isEmpty() && changed.isEmpty() && added.isEmpty();
  }

  /** In words, such as "1 image missing (yes/a.png), 2 added (no/b.png, no/c.png)". */
  public String text() {
    List<String> words = new ArrayList<>();
    tell(words, missing, "missing");
    tell(words, changed, "changed");
    tell(words, added, "added");
    return String.join(", ", words);
  }

  private static void tell(List<String> words, List<String> sources, String what) {
    if (!sources.isEmpty()) {
      String named =
          sources.stream().limit(NAMED).collect(Collectors.joining(", "))
              + (sources.size() > NAMED ? ", …" : "");
      words.add(
          "%d %s %s (%s)"
              .formatted(sources.size(), sources.size() == 1 ? "image" : "images", what, named));
    }
  }
}
