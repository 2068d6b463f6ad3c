package axial.extensions.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One clause of a manifest header: {@code lab.a;lab.b;version=1;uses:="lab.c"} has two paths, an
 * attribute and a directive.
 *
 * @param paths at least one
 * @param attributes by name, in the order of the clause; a type stands in the name as it was
 *     written, such as {@code version:Version}
 * @param directives by name
 */
record Clause(List<String> paths, Map<String, String> attributes, Map<String, String> directives) {

  Clause {
    paths = List.copyOf(paths);
    attributes = Map.copyOf(attributes);
    directives = Map.copyOf(directives);
  }

  /**
   * The clauses of a header; none of an empty one.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  static List<Clause> parse(String header) {
    List<Clause> clauses = new ArrayList<>();
    for (String part : split(header, ',')) {
      if (!part.isBlank()) {
        clauses.add(clause(part));
      }
    }
    return clauses;
  }

  private static Clause clause(String text) {
    List<String> paths = new ArrayList<>();
    Map<String, String> attributes = new LinkedHashMap<>();
    Map<String, String> directives = new LinkedHashMap<>();
    for (String part : split(text, ';')) {
      int sign = signOf(part);
      if (sign < 0) {
        paths.add(part.strip());
        continue;
      }
      boolean directive = part.charAt(sign - 1) == ':';
      String name = part.substring(0, directive ? sign - 1 : sign).strip();
      Map<String, String> into = directive ? directives : attributes;
      if (name.isEmpty() || into.put(name, unquoted(part.substring(sign + 1).strip())) != null) {
        throw new IllegalArgumentException("\"" + name + "\" is there twice in " + text.strip());
      }
    }
    if (paths.isEmpty() || paths.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException("\"" + text.strip() + "\" names nothing");
    }
    return new Clause(paths, attributes, directives);
  }

  /** Where the sign of a parameter is: the first one outside quotes; negative in a path. */
  private static int signOf(String part) {
    int sign = part.indexOf('=');
    int quote = part.indexOf('"');
    return sign < 1 || (quote >= 0 && quote < sign) ? -1 : sign;
  }

  private static String unquoted(String value) {
    if (value.length() < 2 || value.charAt(0) != '"') {
      return value;
    }
    if (value.charAt(value.length() - 1) != '"') {
      throw new IllegalArgumentException("the quotes of " + value + " do not close");
    }
    return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
  }

  /** The parts between separators that stand outside quotes. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\' && i + 1 < text.length()) {
        part.append(c).append(text.charAt(++i));
        continue;
      }
      quoted ^= c == '"';
      if (c == separator && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("the quotes of \"" + text.strip() + "\" do not close");
    }
    parts.add(part.toString());
    return parts;
  }
}
