package axial.workbench.runs;

import axial.eval.Estimate;
import java.util.List;
import java.util.Optional;
import javax.swing.table.AbstractTableModel;

/** The rows of the table; a cell is its row, so that columns can sort by what they mean. */
final class RunTableModel extends AbstractTableModel {

  private static final long serialVersionUID = 1L;

  private transient List<RunRow> rows = List.of();

  /** The columns. */
  enum Column {
    /** Its id. */
    RUN("Run", 25),
    /** Whether it leaks. */
    LEAKS("Leaks", 8),
    /** Mean recall with its interval. */
    BALANCED("Balanced accuracy", 23),
    /** Area under the ROC curve. */
    AREA("AUC", 23),
    /** How it stands. */
    STATUS("Status", 9),
    /** Its network. */
    MODEL("Model", 11),
    /** Its data. */
    DATA("Data", 16),
    /** When it was begun. */
    CREATED("Begun", 17),
    /** What a person put on it. */
    TAGS("Tags", 16);

    private final String title;
    private final int letters;

    Column(String title, int letters) {
      this.title = title;
      this.letters = letters;
    }

    int letters() {
      return letters;
    }

    String text(RunRow row) {
      return switch (this) {
        case RUN -> row.id();
        case BALANCED -> text(row.balanced());
        case AREA -> text(row.area());
        case LEAKS -> row.leaksText();
        case STATUS -> row.statusText();
        case MODEL -> row.model();
        case DATA -> row.data();
        case CREATED -> row.createdText();
        case TAGS -> row.notes().typedTags();
      };
    }

    private static String text(Optional<Estimate> estimate) {
      return estimate.map(Estimate::text).orElse("");
    }

    int compare(RunRow one, RunRow other) {
      return switch (this) {
        case BALANCED -> Double.compare(value(one.balanced()), value(other.balanced()));
        case AREA -> Double.compare(value(one.area()), value(other.area()));
        case CREATED -> one.created().compareTo(other.created());
        default -> text(one).compareToIgnoreCase(text(other));
      };
    }

    private static double value(Optional<Estimate> estimate) {
      return estimate.map(Estimate::value).orElse(-1.0);
    }
  }

  void show(List<RunRow> shown) {
    rows = List.copyOf(shown);
    fireTableDataChanged();
  }

  RunRow row(int index) {
    return rows.get(index);
  }

  @Override
  public int getRowCount() {
    return rows.size();
  }

  @Override
  public int getColumnCount() {
    return Column.values().length;
  }

  @Override
  public String getColumnName(int column) {
    return Column.values()[column].title;
  }

  @Override
  public Object getValueAt(int row, int column) {
    return rows.get(row);
  }
}
