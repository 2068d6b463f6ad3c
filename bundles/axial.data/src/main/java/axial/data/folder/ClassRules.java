package axial.data.folder;

import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which folder stands for which class.
 *
 * <p>The nearest folder on an image's path that a rule names decides. Where no rule names a class,
 * each folder on the first level is one; else images below no named folder are left out.
 */
final class ClassRules {

  /** The file in a data folder that holds rules, one a line: {@code folder = class}. */
  static final String FILE = "axial-classes.properties";

  /** The class name that leaves a folder out. */
  static final String LEAVE_OUT = "-";

  private static final String POSITIVE_KEY = "positive";
  private static final int MOST_BYTES = 1 << 20;

  private final Map<String, String> classByFolder;
  private final Optional<String> positive;

  private ClassRules(Map<String, String> classByFolder, Optional<String> positive) {
    this.classByFolder = classByFolder;
    this.positive = positive;
  }

  /** The rules of the settings, else of the folder's rule file, else none. */
  static ClassRules of(Path folder, String setting, String positiveSetting) {
    Optional<String> positive =
        Optional.of(positiveSetting.strip()).filter(name -> !name.isEmpty());
    if (!setting.isBlank()) {
      return new ClassRules(
          parse(rules(setting), Problem.Kind.USAGE, "the setting classes"), positive);
    }
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return new ClassRules(Map.of(), positive);
    }
    Map<String, String> rules = parse(lines(file), Problem.Kind.INPUT, "the file " + FILE);
    Optional<String> ofFile = Optional.ofNullable(rules.remove(POSITIVE_KEY));
    return new ClassRules(rules, positive.or(() -> ofFile));
  }

  /**
   * The rules of a setting, one for each folder: {@code folder=class,folder=class}, or by class
   * with semicolons between them, {@code class=folder,folder;class=folder}.
   */
  private static List<String> rules(String setting) {
    if (!setting.contains(";")) {
      return Arrays.asList(setting.split(",", -1));
    }
    List<String> rules = new ArrayList<>();
    for (String ofClass : setting.split(";", -1)) {
      int sign = ofClass.indexOf('=');
      String className = ofClass.substring(0, Math.max(sign, 0));
      for (String folder : ofClass.substring(sign + 1).split(",", -1)) {
        rules.add(folder + "=" + className);
      }
    }
    return rules;
  }

  private static List<String> lines(Path file) {
    try {
      if (Files.size(file) <= MOST_BYTES) {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          String rule = line.replace("\uFEFF", "").strip();
          if (!rule.isEmpty() && !rule.startsWith("#")) {
            lines.add(rule);
          }
        }
        return lines;
      }
    } catch (IOException broken) {
      throw new ProblemException(unreadable(file), broken);
    }
    throw new ProblemException(unreadable(file));
  }

  private static Problem unreadable(Path file) {
    return new Problem(
        Problem.Kind.INPUT,
        "The class rules in " + file + " cannot be read.",
        "Write one rule a line, folder = class, in UTF-8.");
  }

  private static Map<String, String> parse(List<String> rules, Problem.Kind kind, String where) {
    Map<String, String> classByFolder = new TreeMap<>();
    for (String rule : rules) {
      int sign = rule.indexOf('=');
      String folder = rule.substring(0, Math.max(sign, 0)).strip();
      String className = rule.substring(sign + 1).strip();
      if (folder.isEmpty() || className.isEmpty()) {
        throw ProblemException.of(
            kind,
            "The class rule \"%s\" in %s is not of the form folder=class."
                .formatted(rule.strip(), where),
            "Write for example no=healthy, or old=- to leave a folder out; or by class,"
                + " healthy=no,no_tumor;tumour=yes.");
      }
      String before = classByFolder.put(folder, className);
      if (before != null && !before.equals(className)) {
        throw ProblemException.of(
            kind,
            "Two class rules in %s name the folder %s: %s and %s."
                .formatted(where, folder, before, className),
            "Keep one of them.");
      }
    }
    return classByFolder;
  }

  /** The class of an image by its path below the data folder; nothing when it has none. */
  Optional<String> classOf(Path relative) {
    for (int i = relative.getNameCount() - 2; i >= 0; i--) {
      String found = classByFolder.get(relative.getName(i).toString());
      if (found != null) {
        return found.equals(LEAVE_OUT) ? Optional.empty() : Optional.of(found);
      }
    }
    return nameClasses() || relative.getNameCount() < 2
        ? Optional.empty()
        : Optional.of(relative.getName(0).toString());
  }

  /** Whether a rule names a class, and so folders' names alone don't. */
  boolean nameClasses() {
    return classByFolder.values().stream().anyMatch(name -> !name.equals(LEAVE_OUT));
  }

  /** The class that was said to be the positive one. */
  Optional<String> positive() {
    return positive;
  }
}
