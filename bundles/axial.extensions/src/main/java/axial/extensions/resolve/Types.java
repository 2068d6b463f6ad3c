package axial.extensions.resolve;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Version;

/** Attribute values with their types, as manifests and repository indexes write them. */
public final class Types {

  private Types() {}

  /**
   * Reads a value.
   *
   * @param type such as {@code Version} or {@code List<String>}
   * @throws IllegalArgumentException when the text is no such value
   */
  public static Object value(String type, String text) {
    String plain = type.replaceAll("\\s", "");
    if (plain.equals("List")) {
      plain = "List<String>";
    }
    if (plain.startsWith("List<") && plain.endsWith(">")) {
      String element = plain.substring(5, plain.length() - 1);
      return elements(text).stream().map(each -> single(element, each)).toList();
    }
    return single(plain, text);
  }

  private static Object single(String type, String text) {
    return switch (type) {
      case "String" -> text;
      case "Version" -> Version.parseVersion(text.strip());
      case "Long" -> Long.valueOf(text.strip());
      case "Double" -> Double.valueOf(text.strip());
      default -> throw new IllegalArgumentException("there is no type \"" + type + "\"");
    };
  }

  /** The elements of a list: separated by commas, a backslash before those that belong in one. */
  private static List<String> elements(String text) {
    List<String> elements = new ArrayList<>();
    StringBuilder element = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        element.append(text.charAt(++i));
      } else if (c == ',') {
        elements.add(element.toString().strip());
        element.setLength(0);
      } else {
        element.append(c);
      }
    }
    elements.add(element.toString().strip());
    return elements;
  }

  /** The type of a value. */
  public static String nameOf(Object value) {
    if (value instanceof List<?> list) {
      return "List<" + (list.isEmpty() ? "String" : nameOf(list.get(0))) + ">";
    }
    return value.getClass().getSimpleName();
  }

  /** A value as text, which {@link #value} reads. */
  public static String text(Object value) {
    return value instanceof List<?> list
        ? String.join(
            ",",
            list.stream().map(each -> each.toString().replaceAll("[\\\\,]", "\\\\$0")).toList())
        : value.toString();
  }
}
