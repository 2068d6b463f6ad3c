package axial.report;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Builds HTML; every text is escaped. */
final class Html {

  private static final int MOST_LISTED = 200;

  private final StringBuilder text = new StringBuilder();
  private final Optional<String> stamp;

  /** A page whose results all bear this stamp, if there is one. */
  Html(Optional<String> stamp) {
    this.stamp = stamp;
  }

  /** Adds the stamp, if there is one. */
  Html stamp() {
    stamp.ifPresent(words -> styled("p", "leak", words).raw("\n"));
    return this;
  }

  /** Begins a section about results. */
  Html results(String title) {
    return element("h2", title).raw("\n").stamp();
  }

  /** Begins a page: its title, its heading, a line below it, and what it must not be used for. */
  Html begin(String title, String heading, String below) {
    return raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width\">\n")
        .element("title", title)
        .raw("<style>\n")
        .raw(Style.CSS)
        .raw("</style></head><body>\n")
        .element("h1", heading)
        .styled("p", "soft", below)
        .raw("\n<p class=\"notice\"><b>Axial is research software, not a medical device;")
        .raw(" do not use it for diagnosis.</b></p>\n");
  }

  /** Ends the page and gives it. */
  String end() {
    return raw("</body></html>\n").toString();
  }

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

  /** Adds an element of a class of the style sheet, with text from anywhere. */
  Html styled(String name, String style, String value) {
    return raw("<" + name + " class=\"" + style + "\">").text(value).raw("</" + name + ">");
  }

  /** Adds a picture with its description. */
  Html picture(byte[] png, String description, String style) {
    return raw("<img class=\"" + style + "\" alt=\"")
        .text(description)
        .raw("\" src=\"data:image/png;base64,")
        .raw(Base64.getEncoder().encodeToString(png))
        .raw("\">");
  }

  /** Begins a table that scrolls by itself when it is too wide. */
  Html table(String style) {
    return raw("<div class=\"wide\"><table class=\"" + style + "\">\n");
  }

  /** Ends a table. */
  Html endTable() {
    return raw("</table></div>\n");
  }

  /** Adds a row of cells. */
  Html row(String cell, List<String> values) {
    raw("<tr>");
    values.forEach(value -> element(cell, value));
    return raw("</tr>\n");
  }

  /** Adds a list that is folded away, if there is anything in it; a long one ends with a count. */
  Html fold(String title, List<String> lines) {
    if (lines.isEmpty()) {
      return this;
    }
    raw("<details>").element("summary", title + " (" + lines.size() + ")").raw("<ul>");
    lines.stream().limit(MOST_LISTED).forEach(line -> element("li", line));
    if (lines.size() > MOST_LISTED) {
      element("li", "and " + (lines.size() - MOST_LISTED) + " more");
    }
    return raw("</ul></details>\n");
  }

  /** "1 image", "2 images". */
  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
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
        default -> escaped.append(misleads(c) ? '\uFFFD' : c);
      }
    }
    return escaped.toString();
  }

  /** Control characters, and those that turn the direction of the text after them. */
  private static boolean misleads(char c) {
    return (Character.isISOControl(c) && c != '\n' && c != '\t')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
