package axial.eval;

import java.util.List;

/**
 * A table that an evaluator or a comparison gives.
 *
 * @param id short lower-case name, such as {@code by_plane}
 * @param title for a person
 * @param columns heads of the columns
 * @param rows cells as text, each row as long as {@code columns}
 */
public record EvaluationTable(
    String id, String title, List<String> columns, List<List<String>> rows) {

  /** Copies the lists and checks that the rows fit. */
  public EvaluationTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "A row of the table %s has %d cells for %d columns."
                .formatted(id, row.size(), columns.size()));
      }
    }
  }
}
