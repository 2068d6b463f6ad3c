package axial.data.folder;

import axial.job.Problem;
import axial.job.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Names what an image must not be torn from, such as its patient. */
interface Grouping {

  /** What the setting may be, in words. */
  String ALLOWED =
      "Give none, folder, range:5, csv:patients.csv, or an expression such as (patient\\d+).";

  /** The groups of images by their sources. */
  Groups of(List<String> sources);

  /**
   * Groups.
   *
   * @param bySource the group of each image; those that are for themselves are missing
   * @param notes what a user should know of it, one sentence each
   */
  record Groups(Map<String, String> bySource, List<String> notes) {

    /** The groups that a function gives, with a note when it does not name all. */
    static Groups by(
        List<String> sources, Function<String, Optional<String>> groupOf, String what) {
      Map<String, String> bySource = new HashMap<>();
      for (String source : sources) {
        groupOf.apply(source).ifPresent(group -> bySource.put(source, group));
      }
      return new Groups(
          bySource,
          bySource.size() == sources.size()
              ? List.of()
              : List.of(
                  "%s %d of %d images; each of the others counts as a group of its own."
                      .formatted(what, bySource.size(), sources.size())));
    }
  }

  /** The grouping that a setting asks for. */
  static Grouping of(String setting) {
    if (setting.equals("none")) {
      return sources -> new Groups(Map.of(), List.of());
    }
    if (setting.equals("folder")) {
      return sources -> Groups.by(sources, Grouping::folderOf, "A folder holds");
    }
    if (setting.startsWith(NumberRanges.PREFIX)) {
      return NumberRanges.of(setting);
    }
    if (setting.startsWith(PatientTable.PREFIX)) {
      return new PatientGroups(PatientTable.of(setting));
    }
    return new PatternGroups(pattern(setting));
  }

  private static Optional<String> folderOf(String source) {
    int slash = source.lastIndexOf('/');
    return slash < 0 ? Optional.empty() : Optional.of(source.substring(0, slash));
  }

  private static Pattern pattern(String setting) {
    try {
      Pattern pattern = Pattern.compile(setting);
      if (pattern.matcher("").groupCount() >= 1) {
        return pattern;
      }
    } catch (PatternSyntaxException bad) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.USAGE,
              "The group setting \"%s\" is no regular expression: %s."
                  .formatted(setting, bad.getDescription()),
              ALLOWED),
          bad);
    }
    throw ProblemException.of(
        Problem.Kind.USAGE,
        "The group setting \"" + setting + "\" has no parentheses that name the group.",
        ALLOWED);
  }
}
