package axial.workbench.data.gallery;

import axial.data.Sample;
import axial.data.Split;
import axial.workbench.data.work.Marks;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Which images are shown, and in what order. Immutable.
 *
 * @param text must be in the source, in whatever case; empty for all
 * @param label class after the edits; empty for all
 * @param part of the split; empty for all
 * @param attributes values that attributes must have, {@link #SIZE} among them
 * @param state whether excluded images are shown
 * @param order of what is shown
 */
record Arrangement(
    String text,
    Optional<Integer> label,
    Optional<Split.Part> part,
    Map<String, String> attributes,
    State state,
    Order order) {

  /** All images by name. */
  static final Arrangement ALL =
      new Arrangement("", Optional.empty(), Optional.empty(), Map.of(), State.ALL, Order.NAME);

  /** An attribute made of width and height. */
  static final String SIZE = "size";

  private static final int CHECK_EVERY = 4096;

  /** Whether excluded images are shown. */
  enum State {
    ALL("Kept and excluded"),
    KEPT("Kept only"),
    EXCLUDED("Excluded only"),
    RELABELLED("Relabelled only");

    private final String words;

    State(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** Orders. */
  enum Order {
    NAME("By name"),
    CLASS("By class"),
    SIZE("By size"),
    GROUP("By group");

    private final String words;

    Order(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  Arrangement {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** Whether it shows all there is. */
  boolean isAll() {
    return text.isBlank()
        && label.isEmpty()
        && part.isEmpty()
        && attributes.isEmpty()
        && state == State.ALL;
  }

  /**
   * The indices of the samples that are shown, in order; empty when it is stale.
   *
   * @param samples in the order of their names
   */
  int[] of(
      List<Sample> samples, Marks marks, Map<String, Split.Part> parts, BooleanSupplier stale) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    int[] chosen = new int[samples.size()];
    int count = 0;
    for (int i = 0; i < samples.size(); i++) {
      if (i % CHECK_EVERY == 0 && stale.getAsBoolean()) {
        return new int[0];
      }
      if (shows(samples.get(i), wanted, marks, parts)) {
        chosen[count++] = i;
      }
    }
    int[] shown = Arrays.copyOf(chosen, count);
    return order == Order.NAME ? shown : sorted(shown, samples, marks);
  }

  private boolean shows(Sample sample, String wanted, Marks marks, Map<String, Split.Part> parts) {
    boolean right =
        switch (state) {
          case ALL -> true;
          case KEPT -> !marks.excluded(sample);
          case EXCLUDED -> marks.excluded(sample);
          case RELABELLED -> marks.labels().containsKey(sample.source());
        };
    if (!right
        || (label.isPresent() && marks.label(sample) != label.get())
        || (part.isPresent() && parts.get(sample.source()) != part.get())
        || (!wanted.isEmpty() && !sample.source().toLowerCase(Locale.ROOT).contains(wanted))) {
      return false;
    }
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      String own =
          attribute.getKey().equals(SIZE)
              ? size(sample)
              : sample.attributes().getOrDefault(attribute.getKey(), "");
      if (!attribute.getValue().equals(own)) {
        return false;
      }
    }
    return true;
  }

  private int[] sorted(int[] shown, List<Sample> samples, Marks marks) {
    Comparator<Integer> by =
        switch (order) {
          case NAME -> Comparator.naturalOrder();
          case CLASS -> Comparator.comparingInt(i -> marks.label(samples.get(i)));
          case SIZE -> Comparator.comparingLong((Integer i) -> area(samples.get(i))).reversed();
          case GROUP -> Comparator.comparing(i -> samples.get(i).group());
        };
    return IntStream.of(shown).boxed().sorted(by).mapToInt(Integer::intValue).toArray();
  }

  /** Width and height in words; empty where they are not known. */
  static String size(Sample sample) {
    String width = sample.attributes().getOrDefault("width", "");
    String height = sample.attributes().getOrDefault("height", "");
    return width.isEmpty() || height.isEmpty() ? "" : width + " \u00d7 " + height;
  }

  private static long area(Sample sample) {
    return number(sample, "width") * number(sample, "height");
  }

  private static long number(Sample sample, String key) {
    String text = sample.attributes().getOrDefault(key, "0");
    return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
  }
}
