package axial.data.folder;

import axial.job.Problem;
import axial.job.ProblemException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Names what an image must not be torn from, such as its patient, by its path. */
sealed interface Grouping {

  /** The group of an image; nothing when it is for itself. */
  Optional<String> groupOf(String source);

  /** Every image for itself. */
  record None() implements Grouping {
    @Override
    public Optional<String> groupOf(String source) {
      return Optional.empty();
    }
  }

  /** All images of one folder together. */
  record ByFolder() implements Grouping {
    @Override
    public Optional<String> groupOf(String source) {
      int slash = source.lastIndexOf('/');
      return slash < 0 ? Optional.empty() : Optional.of(source.substring(0, slash));
    }
  }

  /** By the first group of a pattern. */
  record ByPattern(Pattern pattern) implements Grouping {
    @Override
    public Optional<String> groupOf(String source) {
      try {
        Matcher matcher = pattern.matcher(new BoundedText(source));
        return matcher.find()
            ? Optional.ofNullable(matcher.group(1)).filter(name -> !name.isBlank())
            : Optional.empty();
      } catch (StackOverflowError tooDeep) {
        throw BoundedText.tooSlow(source);
      }
    }
  }

  /** The grouping that a setting asks for. */
  static Grouping of(String setting) {
    if (setting.equals("none")) {
      return new None();
    }
    if (setting.equals("folder")) {
      return new ByFolder();
    }
    try {
      Pattern pattern = Pattern.compile(setting);
      if (pattern.matcher("").groupCount() >= 1) {
        return new ByPattern(pattern);
      }
    } catch (PatternSyntaxException bad) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.USAGE,
              "The group setting \"%s\" is no regular expression: %s."
                  .formatted(setting, bad.getDescription()),
              "Give none, folder, or an expression such as (patient\\d+)."),
          bad);
    }
    throw ProblemException.of(
        Problem.Kind.USAGE,
        "The group setting \"" + setting + "\" has no parentheses that name the group.",
        "Give none, folder, or an expression such as (patient\\d+).");
  }
}
