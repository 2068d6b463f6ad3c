package axial.workbench.bundles.catalog;

import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;

/** A table of one kind of line, of which one can be selected. */
final class Table<T> extends JTable {

  private static final long serialVersionUID = 1L;
  private static final double LINE = 1.9;

  private final transient Lines<T> lines;
  private boolean showing;

  /**
   * A column.
   *
   * @param ems its width in letters
   * @param text what stands there
   * @param tip what is said of it; empty for the text itself
   */
  record Column<T>(String title, int ems, Function<T, String> text, Function<T, String> tip) {
    static <T> Column<T> of(String title, int ems, Function<T, String> text) {
      return new Column<>(title, ems, text, text);
    }
  }

  Table(String name, String title, List<Column<T>> columns) {
    this(name, title, new Lines<>(columns));
  }

  private Table(String name, String title, Lines<T> lines) {
    super(lines);
    this.lines = lines;
    setName(name);
    getAccessibleContext().setAccessibleName(title);
    setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    setFillsViewportHeight(true);
    setShowGrid(false);
    getTableHeader().setReorderingAllowed(false);
    setDefaultRenderer(Object.class, new Cell());
    int em = getFontMetrics(getFont()).charWidth('m');
    for (int i = 0; i < lines.columns.size(); i++) {
      getColumnModel().getColumn(i).setPreferredWidth(lines.columns.get(i).ems() * em);
    }
    int wide = lines.columns.stream().mapToInt(Column::ems).sum() * em;
    setPreferredScrollableViewportSize(new Dimension(wide, 5 * em));
    fitLines();
  }

  private void fitLines() {
    setRowHeight((int) Math.round(getFontMetrics(getFont()).getHeight() * LINE));
  }

  @Override
  public void updateUI() {
    super.updateUI();
    fitLines();
  }

  /** Calls a listener when the user selects another line. */
  void onChoice(Runnable listener) {
    getSelectionModel()
        .addListSelectionListener(
            event -> {
              if (!showing && !event.getValueIsAdjusting()) {
                listener.run();
              }
            });
  }

  /** Shows lines and selects one of them. */
  void show(List<T> rows, Predicate<T> chosen) {
    showing = true;
    try {
      lines.rows = List.copyOf(rows);
      lines.fireTableDataChanged();
      for (int i = 0; i < rows.size(); i++) {
        if (chosen.test(rows.get(i))) {
          setRowSelectionInterval(i, i);
        }
      }
    } finally {
      showing = false;
    }
  }

  Optional<T> selected() {
    int at = getSelectedRow();
    return at < 0 || at >= lines.rows.size() ? Optional.empty() : Optional.of(lines.rows.get(at));
  }

  private static final class Lines<T> extends AbstractTableModel {
    private static final long serialVersionUID = 1L;

    private final transient List<Column<T>> columns;
    private transient List<T> rows = List.of();

    Lines(List<Column<T>> columns) {
      this.columns = columns;
    }

    @Override
    public int getRowCount() {
      return rows.size();
    }

    @Override
    public int getColumnCount() {
      return columns.size();
    }

    @Override
    public String getColumnName(int column) {
      return columns.get(column).title();
    }

    @Override
    public Object getValueAt(int row, int column) {
      return columns.get(column).text().apply(rows.get(row));
    }
  }

  private final class Cell extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1L;

    Cell() {
      putClientProperty("html.disable", true); // what publishers wrote is no page
    }

    @Override
    public Component getTableCellRendererComponent(
        JTable table, Object value, boolean selected, boolean focus, int row, int column) {
      JLabel label =
          (JLabel) super.getTableCellRendererComponent(table, value, selected, false, row, column);
      String tip = lines.columns.get(column).tip().apply(lines.rows.get(row));
      label.setToolTipText(tip.isEmpty() || tip.startsWith("<") ? null : tip);
      return label;
    }
  }
}
