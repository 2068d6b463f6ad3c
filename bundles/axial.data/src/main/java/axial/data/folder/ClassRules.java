package axial.data.folder;

import axial.data.Labels;
import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which folder stands for which class.
 *
 * <p>With rules, the nearest folder on an image's path that a rule names decides, and images below
 * none are left out. Without, each folder on the first level is a class; the names "no" and "yes"
 * and their like are understood.
 */
final class ClassRules {

  /** The file in a data folder that holds rules. */
  static final String FILE = "axial-classes.properties";

  /** The class name that leaves a folder out. */
  static final String LEAVE_OUT = "-";

  private static final Set<String> NEGATIVE =
      Set.of("no", "no_tumor", "no_tumour", "notumor", "notumour", "healthy", "normal", "negative");
  private static final Set<String> POSITIVE = Set.of("yes", "tumor", "tumour", "positive");

  private final Map<String, String> classByFolder;
  private final Optional<String> positive;

  private ClassRules(Map<String, String> classByFolder, Optional<String> positive) {
    this.classByFolder = classByFolder;
    this.positive = positive;
  }

  /** The rules of the settings, else of the folder's rule file, else none. */
  static ClassRules of(Path folder, String setting, String positiveSetting) {
    Map<String, String> rules = new TreeMap<>();
    Optional<String> positive =
        positiveSetting.isBlank() ? Optional.empty() : Optional.of(positiveSetting.strip());
    if (!setting.isBlank()) {
      for (String rule : setting.split(",", -1)) {
        int sign = rule.indexOf('=');
        if (sign < 1 || sign == rule.length() - 1) {
          throw ProblemException.of(
              Problem.Kind.USAGE,
              "The class rule \"" + rule.strip() + "\" is not of the form folder=class.",
              "Write for example no=healthy,yes=tumour.");
        }
        rules.put(rule.substring(0, sign).strip(), rule.substring(sign + 1).strip());
      }
      return new ClassRules(rules, positive);
    }
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return new ClassRules(rules, positive);
    }
    Properties properties = read(file);
    for (String key : properties.stringPropertyNames()) {
      if (!key.equals("positive")) {
        rules.put(key, properties.getProperty(key).strip());
      }
    }
    return new ClassRules(
        rules,
        positive.or(
            () -> Optional.ofNullable(properties.getProperty("positive")).map(String::strip)));
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
      return properties;
    } catch (IOException | IllegalArgumentException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "The class rules in " + file + " cannot be read.",
              "Write one rule a line, folder = class, in UTF-8."),
          broken);
    }
  }

  /** The class of an image by its path below the data folder; nothing when it has none. */
  Optional<String> classOf(Path relative) {
    if (relative.getNameCount() < 2) {
      return Optional.empty();
    }
    if (classByFolder.isEmpty()) {
      return Optional.of(relative.getName(0).toString());
    }
    for (int i = relative.getNameCount() - 2; i >= 0; i--) {
      String found = classByFolder.get(relative.getName(i).toString());
      if (found != null) {
        return found.equals(LEAVE_OUT) ? Optional.empty() : Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** Whether rules were given. */
  boolean given() {
    return !classByFolder.isEmpty();
  }

  /** The classes in order, the positive one last where it is known. */
  Labels labels(Collection<String> classes) {
    Set<String> distinct = new LinkedHashSet<>(classes.stream().sorted().toList());
    List<String> names = new ArrayList<>(distinct);
    if (names.size() < 2) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          names.isEmpty()
              ? "There is no class with images."
              : "There is only one class with images, \"" + names.get(0) + "\".",
          "Give a folder with at least two class folders, or rules that name two classes.");
    }
    String wanted = positive.orElseGet(() -> likelyPositive(names));
    if (!names.contains(wanted)) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The positive class \"" + wanted + "\" is not among the classes " + names + ".",
          "Choose one of them.");
    }
    if (names.size() == 2) {
      names.remove(wanted);
      names.add(wanted);
    }
    return new Labels(names, names.indexOf(wanted));
  }

  /** What the class is called where a folder is named "no" or "yes" and their like. */
  static String plainName(String folder) {
    String name = folder.toLowerCase(Locale.ROOT);
    return NEGATIVE.contains(name) ? "no tumour" : POSITIVE.contains(name) ? "tumour" : folder;
  }

  private static String likelyPositive(List<String> names) {
    return names.stream()
        .filter(name -> POSITIVE.contains(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .or(
            () ->
                names.stream()
                    .filter(
                        name ->
                            !NEGATIVE.contains(name.toLowerCase(Locale.ROOT))
                                && !name.equals("no tumour"))
                    .reduce((first, second) -> second))
        .orElseGet(() -> names.get(names.size() - 1));
  }
}
