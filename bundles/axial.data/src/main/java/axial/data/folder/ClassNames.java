package axial.data.folder;

import axial.data.Labels;
import axial.job.Problem;
import axial.job.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What classes are called, in which order, and which of them is positive.
 *
 * <p>Where every class folder has a name that tumour data sets use, "no" and "yes" and their like
 * become "no tumour" and "tumour"; kinds of tumour keep their folders' names.
 */
final class ClassNames {

  private static final String NO_TUMOUR = "no tumour";
  private static final String TUMOUR = "tumour";
  private static final Set<String> NEGATIVE =
      Set.of(
          "no",
          "no_tumor",
          "no_tumour",
          "no tumor",
          NO_TUMOUR,
          "notumor",
          "notumour",
          "healthy",
          "normal",
          "negative");
  private static final Set<String> POSITIVE = Set.of("yes", "tumor", TUMOUR, "positive");
  private static final List<String> KINDS = List.of("glioma", "meningioma", "pituitary");

  private final Map<String, String> nameByFound;
  private final Labels labels;

  private ClassNames(Map<String, String> nameByFound, Labels labels) {
    this.nameByFound = nameByFound;
    this.labels = labels;
  }

  /**
   * Names classes.
   *
   * @param found folders' names, or the classes that rules name
   * @param fromFolders whether they are folders' names
   * @param positive what was said to be the positive class
   */
  static ClassNames of(Collection<String> found, boolean fromFolders, Optional<String> positive) {
    boolean plain = fromFolders && found.stream().allMatch(ClassNames::known);
    Map<String, String> nameByFound = new TreeMap<>();
    found.forEach(name -> nameByFound.put(name, plain ? plainName(name) : name));
    List<String> names = ordered(nameByFound.values());
    if (names.size() < 2) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "There is only one class with images, \"" + names.get(0) + "\".",
          "Give the folder that holds one folder for each class, or rules that name two classes.");
    }
    String wanted =
        positive.map(name -> nameByFound.getOrDefault(name, name)).orElse(likelyPositive(names));
    if (!names.contains(wanted)) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The positive class \"%s\" is not among the classes %s."
              .formatted(wanted, String.join(", ", names)),
          "Choose one of them.");
    }
    if (names.size() == 2) {
      names.remove(wanted);
      names.add(wanted);
    }
    return new ClassNames(nameByFound, new Labels(names, names.indexOf(wanted)));
  }

  Labels labels() {
    return labels;
  }

  /** The label of what was found. */
  int labelOf(String found) {
    return labels.names().indexOf(nameByFound.getOrDefault(found, found));
  }

  /** Each name once, those that say "healthy" first, by code units otherwise. */
  private static List<String> ordered(Collection<String> names) {
    List<String> sorted = names.stream().distinct().sorted().toList();
    List<String> ordered = new ArrayList<>(sorted.stream().filter(ClassNames::negative).toList());
    sorted.stream().filter(name -> !negative(name)).forEach(ordered::add);
    return ordered;
  }

  private static String likelyPositive(List<String> names) {
    return names.stream()
        .filter(ClassNames::positive)
        .findFirst()
        .orElse(names.get(names.size() - 1));
  }

  private static String plainName(String folder) {
    return negative(folder) ? NO_TUMOUR : positive(folder) ? TUMOUR : folder;
  }

  private static boolean known(String folder) {
    String name = folder.toLowerCase(Locale.ROOT);
    return negative(name) || positive(name) || KINDS.stream().anyMatch(name::startsWith);
  }

  private static boolean negative(String name) {
    return NEGATIVE.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean positive(String name) {
    return POSITIVE.contains(name.toLowerCase(Locale.ROOT));
  }
}
