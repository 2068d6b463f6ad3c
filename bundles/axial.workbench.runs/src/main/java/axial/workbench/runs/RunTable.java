package axial.workbench.runs;

import axial.workbench.runs.RunTableModel.Column;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableRowSorter;

/** The table of runs, which tells what the user selects. */
final class RunTable extends JTable {

  private static final long serialVersionUID = 1L;
  static final Color VERMILION = new Color(0xD55E00);

  private final RunTableModel runs;
  private boolean marking;

  RunTable(RunTableModel runs, Consumer<List<Path>> selected) {
    super(runs);
    this.runs = runs;
    setName("runs.table.rows");
    getAccessibleContext().setAccessibleName("Runs of the workspace");
    setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
    setFillsViewportHeight(true);
    setShowGrid(false);
    double letter = getFontMetrics(getFont()).charWidth('n') * 0.95;
    setRowHeight(getFontMetrics(getFont()).getHeight() * 3 / 2);
    TableRowSorter<RunTableModel> sorter = new TableRowSorter<>(runs);
    Column[] columns = Column.values();
    for (int index = 0; index < columns.length; index++) {
      Column column = columns[index];
      getColumnModel().getColumn(index).setPreferredWidth((int) (column.letters() * letter));
      getColumnModel().getColumn(index).setCellRenderer(new Cells(column));
      Comparator<RunRow> order = column::compare;
      sorter.setComparator(index, order);
    }
    setRowSorter(sorter);
    getSelectionModel()
        .addListSelectionListener(
            event -> {
              if (!event.getValueIsAdjusting() && !marking) {
                selected.accept(selectedRuns());
              }
            });
  }

  /** Fills a place that is wide enough, and scrolls in a narrow one. */
  @Override
  public boolean getScrollableTracksViewportWidth() {
    return getParent() != null && getPreferredSize().width < getParent().getWidth();
  }

  /** Replaces the rows without telling that the selection changed. */
  void show(List<RunRow> rows) {
    marking = true;
    runs.show(rows);
    marking = false;
  }

  /** Selects rows without telling. */
  void mark(List<Path> folders) {
    if (selectedRuns().equals(folders)) {
      return;
    }
    marking = true;
    clearSelection();
    for (int row = 0; row < runs.getRowCount(); row++) {
      if (folders.contains(runs.row(row).folder())) {
        int shown = convertRowIndexToView(row);
        addRowSelectionInterval(shown, shown);
      }
    }
    marking = false;
  }

  private List<Path> selectedRuns() {
    List<Path> folders = new ArrayList<>();
    for (int row : getSelectedRows()) {
      folders.add(runs.row(convertRowIndexToModel(row)).folder());
    }
    return folders;
  }

  private static final class Cells extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1L;
    private final Column column;

    Cells(Column column) {
      this.column = column;
    }

    @Override
    public Component getTableCellRendererComponent(
        JTable table, Object value, boolean selected, boolean focused, int row, int at) {
      RunRow run = (RunRow) value;
      super.getTableCellRendererComponent(table, column.text(run), selected, focused, row, at);
      boolean leaky = column == Column.LEAKS && run.stamp().isPresent();
      setFont(leaky ? table.getFont().deriveFont(Font.BOLD) : table.getFont());
      if (!selected) {
        setForeground(leaky ? VERMILION : table.getForeground());
      }
      setToolTipText(leaky ? run.stamp().orElse("") : column.text(run));
      return this;
    }
  }
}
