package axial.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A table as RFC 4180 has it. A text that a spreadsheet would take for a formula gets an apostrophe
 * in front, since names of files come from anywhere.
 */
final class Csv {

  private final Writer out;

  Csv(Writer out, List<String> head) throws IOException {
    this.out = out;
    row(head);
  }

  /** Adds a row; a {@link Number} stays a number, anything else is text. */
  void row(List<?> cells) throws IOException {
    for (int c = 0; c < cells.size(); c++) {
      out.append(c == 0 ? "" : ",").append(cell(cells.get(c)));
    }
    out.append("\r\n");
  }

  private static String cell(Object value) {
    if (value instanceof Number) {
      return value.toString();
    }
    String plain = value.toString();
    String safe = plain.matches("(?s)\\s*[=+\\-@].*|[\\t\\r\\n].*") ? "'" + plain : plain;
    return safe.matches("(?s).*[,\"\r\n].*|\\s.*|.*\\s")
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }
}
