package axial.workbench.bundles;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.resource.Requirement;

/** Requirements of bundles in words. */
final class FilterWords {

  private static final Pattern BOUND =
      Pattern.compile("(!?)\\((?:bundle-)?version(>=|<=)([^)]+)\\)");

  private FilterWords() {}

  /** What a requirement asks for, such as {@code axial.model from 1.0.0 to below 2.0.0}. */
  static String named(Requirement requirement) {
    String filter = requirement.getDirectives().getOrDefault("filter", "");
    return named(requirement.getNamespace(), filter);
  }

  /** The same for the filter of a namespace. */
  static String named(String namespace, String filter) {
    Matcher name =
        Pattern.compile("\\(" + Pattern.quote(namespace) + "=([^)]+)\\)").matcher(filter);
    List<String> words = new ArrayList<>();
    words.add(name.find() ? name.group(1) : (namespace + " " + filter).strip());
    if (name.reset().find()) {
      Matcher bound = BOUND.matcher(filter);
      while (bound.find()) {
        boolean not = bound.group(1).equals("!");
        boolean least = bound.group(2).equals(">=");
        words.add(
            (least ? (not ? "to below " : "from ") : (not ? "from above " : "to "))
                + bound.group(3));
      }
    }
    return String.join(" ", words);
  }
}
