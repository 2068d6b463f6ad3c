package axial.cli;

import axial.job.Problem;
import axial.job.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of {@code --set key=value}; of a key that is given twice the last value counts. */
final class Assignments {

  private Assignments() {}

  static Map<String, String> parse(List<String> arguments) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String argument : arguments) {
      int sign = argument.indexOf('=');
      if (sign < 1) {
        throw ProblemException.of(
            Problem.Kind.USAGE,
            "\"" + argument + "\" is no setting.",
            "Write --set key=value, for example --set train.epochs=15.");
      }
      values.put(argument.substring(0, sign), argument.substring(sign + 1));
    }
    return values;
  }

  /** Puts the value of an option over what was set, if the option was given. */
  static void put(Map<String, String> values, String key, @Nullable String value) {
    if (value != null) {
      values.put(key, value);
    }
  }
}
