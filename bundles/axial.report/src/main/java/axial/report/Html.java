package axial.report;

import java.util.List;

/** Builds HTML; every text is escaped. */
final class Html {

  private final StringBuilder text = new StringBuilder();

  /** Adds markup as it is; only for constants of this bundle. */
  Html raw(String markup) {
    text.append(markup);
    return this;
  }

  /** Adds text from anywhere. */
  Html text(String value) {
    text.append(escape(value));
    return this;
  }

  /** Adds an element with text from anywhere. */
  Html element(String name, String value) {
    return raw("<" + name + ">").text(value).raw("</" + name + ">");
  }

  /** Adds a picture with its description. */
  Html picture(byte[] png, String description, String style) {
    return raw("<img class=\"" + style + "\" alt=\"")
        .text(description)
        .raw("\" src=\"data:image/png;base64,")
        .raw(java.util.Base64.getEncoder().encodeToString(png))
        .raw("\">");
  }

  /** Adds a row of cells. */
  Html row(String cell, List<String> values) {
    raw("<tr>");
    values.forEach(value -> element(cell, value));
    return raw("</tr>\n");
  }

  static String escape(String value) {
    StringBuilder escaped = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '&' -> escaped.append("&amp;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
