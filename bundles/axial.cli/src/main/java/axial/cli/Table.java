package axial.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in columns; the first column is aligned left, numbers are aligned right. */
final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  Table(List<String> head) {
    rows.add(List.copyOf(head));
  }

  /** Adds a row with as many cells as the head. */
  void add(List<String> row) {
    if (row.size() != rows.get(0).size()) {
      throw new IllegalArgumentException(
          "A row of this table has " + rows.get(0).size() + " cells.");
    }
    rows.add(List.copyOf(row));
  }

  /** Whether it has a head only. */
  boolean isEmpty() {
    return rows.size() == 1;
  }

  /** The table, without an end of line at its end. */
  String text() {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    boolean[] numeric = new boolean[columns];
    for (int c = 0; c < columns; c++) {
      numeric[c] = c > 0;
      for (int r = 0; r < rows.size(); r++) {
        String cell = rows.get(r).get(c);
        widths[c] = Math.max(widths[c], cell.length());
        numeric[c] &= r == 0 || cell.matches("[-+0-9.,]*( %)?");
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        String padding = " ".repeat(widths[c] - row.get(c).length());
        line.append(c == 0 ? "" : "  ")
            .append(numeric[c] ? padding + row.get(c) : row.get(c) + padding);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.substring(0, text.length() - 1);
  }
}
