package axial.audit.shortcut;

import axial.data.Sample;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The properties of samples, as columns for a tree. */
record Properties(List<Sample> samples, Map<String, ImageFacts> facts) {

  private static final String UNKNOWN = "unknown type";

  List<Column> size() {
    return List.of(
        words("the size", sample -> fact(sample).width() + "x" + fact(sample).height()),
        numbers("the width", "%.0f pixels", sample -> fact(sample).width()),
        numbers("the height", "%.0f pixels", sample -> fact(sample).height()));
  }

  List<Column> border() {
    return List.of(
        numbers(
            "the uniform border", "%.1f %% of the picture", sample -> 100 * fact(sample).border()),
        numbers("the grey value at the edge", "%.1f", sample -> fact(sample).edge()));
  }

  List<Column> brightness() {
    return List.of(numbers("the mean grey value", "%.1f", sample -> fact(sample).brightness()));
  }

  List<Column> file() {
    return List.of(
        words(
            "the file",
            sample ->
                sample.attributes().getOrDefault("format", UNKNOWN).toUpperCase(Locale.ROOT)
                    + (fact(sample).channels() == 1
                        ? " with one channel"
                        : " with three channels")));
  }

  private ImageFacts fact(Sample sample) {
    ImageFacts known = facts.get(sample.id());
    if (known == null) {
      throw new IllegalArgumentException("Nothing is known of " + sample.source());
    }
    return known;
  }

  private Column words(String name, Function<Sample, String> value) {
    return new Column.Words(name, samples.stream().map(value).toArray(String[]::new));
  }

  private Column numbers(String name, String pattern, ToDoubleFunction<Sample> value) {
    return new Column.Numbers(name, samples.stream().mapToDouble(value).toArray(), pattern);
  }
}
