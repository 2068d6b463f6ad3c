package axial.data.folder;

import axial.job.Problem;
import axial.job.ProblemException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps neighbours together in data sets whose file numbers follow patients but do not name them:
 * the last number in a file's name is divided into runs, 1 to N, N + 1 to 2 N and so on, within one
 * folder and one text before the number.
 *
 * @param size how many numbers a run has, N
 */
record NumberRanges(int size) implements Grouping {

  static final String PREFIX = "range:";

  private static final Pattern LAST_NUMBER = Pattern.compile("(.*?)(\\d+)\\D*", Pattern.DOTALL);
  private static final int LONGEST_NAME = 4096;
  private static final int LARGEST = 1_000_000_000;

  static NumberRanges of(String setting) {
    String size = setting.substring(PREFIX.length()).strip();
    if (size.matches("[0-9]{1,10}")) {
      long number = Long.parseLong(size);
      if (number >= 1 && number <= LARGEST) {
        return new NumberRanges((int) number);
      }
    }
    throw ProblemException.of(
        Problem.Kind.USAGE,
        "The group setting \"" + setting + "\" names no length of a run of numbers.",
        "Give for example range:5, which keeps file numbers 1 to 5, 6 to 10 and so on together.");
  }

  @Override
  public Groups of(List<String> sources) {
    return Groups.by(sources, this::groupOf, "A number is in the names of");
  }

  private Optional<String> groupOf(String source) {
    String folder = source.substring(0, source.lastIndexOf('/') + 1);
    String name = source.substring(folder.length());
    int dot = name.lastIndexOf('.');
    Matcher matcher = LAST_NUMBER.matcher(dot < 0 ? name : name.substring(0, dot));
    if (name.length() > LONGEST_NAME || !matcher.matches()) {
      return Optional.empty();
    }
    BigInteger length = BigInteger.valueOf(size);
    BigInteger number = new BigInteger(matcher.group(2));
    BigInteger run = number.add(length).subtract(BigInteger.ONE).divide(length);
    BigInteger last = run.multiply(length);
    BigInteger first = last.subtract(length).add(BigInteger.ONE).max(BigInteger.ZERO);
    return Optional.of(folder + matcher.group(1) + first + "-" + last);
  }
}
