package axial.augment;

import axial.data.Labels;
import axial.job.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may be wrong with swapping sides of a head. */
final class Flips {

  private static final Set<String> SIDES =
      Set.of(
          "left",
          "right",
          "lefthanded",
          "righthanded",
          "links",
          "rechts",
          "linke",
          "rechte",
          "linker",
          "rechter",
          "linkes",
          "rechtes",
          "gauche",
          "droite",
          "droit",
          "izquierda",
          "izquierdo",
          "derecha",
          "derecho",
          "sinistra",
          "sinistro",
          "destra",
          "destro",
          "sinister",
          "dexter");

  /** Words that are about a side only where both are among the classes. */
  private static final List<Set<String>> PAIRS = List.of(Set.of("l", "r"), Set.of("lt", "rt"));

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  private Flips() {}

  /** Cautions about the settings {@code horizontal-flip} and {@code vertical-flip}. */
  static List<String> cautions(String augmenter, Settings settings, Labels labels) {
    List<String> cautions = new ArrayList<>();
    List<String> sided = sided(labels.names());
    boolean horizontal = settings.flag("horizontal-flip");
    boolean vertical = settings.flag("vertical-flip");
    if ((horizontal || vertical) && !sided.isEmpty()) {
      cautions.add(
          "The augmenter %s swaps %s, and the classes %s are about a side: switch that off with --set %s.%s=false."
              .formatted(
                  augmenter,
                  horizontal ? "left and right" : "top and bottom, which mirrors a head",
                  sided.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", ")),
                  augmenter,
                  horizontal ? "horizontal-flip" : "vertical-flip"));
    }
    if (vertical) {
      cautions.add(
          "The augmenter %s swaps top and bottom: no scan of a head looks like that, unless slices come upside down."
              .formatted(augmenter));
    }
    return cautions;
  }

  private static List<String> sided(List<String> names) {
    Set<String> all = new HashSet<>();
    names.forEach(name -> all.addAll(words(name)));
    Set<String> sides = new HashSet<>(SIDES);
    PAIRS.stream().filter(all::containsAll).forEach(sides::addAll);
    return names.stream().filter(name -> words(name).stream().anyMatch(sides::contains)).toList();
  }

  private static List<String> words(String name) {
    return BETWEEN_WORDS.splitAsStream(name).map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }
}
