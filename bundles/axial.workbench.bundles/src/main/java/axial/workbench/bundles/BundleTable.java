package axial.workbench.bundles;

import java.awt.Component;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;

/** The bundles as a table. */
final class BundleTable extends JTable {

  private static final long serialVersionUID = 1L;
  private static final double LINE = 1.9;
  private static final int STATE = 2;

  private final transient Lines lines;

  BundleTable() {
    this(new Lines());
  }

  private BundleTable(Lines lines) {
    super(lines);
    this.lines = lines;
    setName("bundles.table");
    getAccessibleContext().setAccessibleName("Bundles");
    setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    setFillsViewportHeight(true);
    setShowGrid(false);
    getTableHeader().setReorderingAllowed(false);
    setDefaultRenderer(Object.class, new Cell());
    widths(24, 9, 28, 30, 20, 10);
    fitLines();
  }

  private void widths(int... ems) {
    int em = getFontMetrics(getFont()).charWidth('m');
    for (int column = 0; column < ems.length; column++) {
      getColumnModel().getColumn(column).setPreferredWidth(ems[column] * em);
    }
  }

  private void fitLines() {
    setRowHeight((int) Math.round(getFontMetrics(getFont()).getHeight() * LINE));
  }

  @Override
  public void updateUI() {
    super.updateUI();
    fitLines();
  }

  void show(List<BundleRow> rows, Optional<BundleRow> chosen) {
    lines.rows = List.copyOf(rows);
    lines.fireTableDataChanged();
    chosen
        .map(rows::indexOf)
        .filter(at -> at >= 0)
        .ifPresent(at -> setRowSelectionInterval(at, at));
  }

  Optional<BundleRow> selected() {
    int at = getSelectedRow();
    return at < 0 || at >= lines.rows.size() ? Optional.empty() : Optional.of(lines.rows.get(at));
  }

  private record Column(String title, Function<BundleRow, String> text) {}

  private static final class Lines extends AbstractTableModel {
    private static final long serialVersionUID = 1L;

    private static final List<Column> COLUMNS =
        List.of(
            new Column("Bundle", row -> row.bundle().symbolicName()),
            new Column("Version", row -> row.bundle().version()),
            new Column("State", BundleRow::state),
            new Column("Brings", BundleRow::services),
            new Column("Used by", BundleRow::usedBy),
            new Column("Size", BundleRow::size));

    private transient List<BundleRow> rows = List.of();

    @Override
    public int getRowCount() {
      return rows.size();
    }

    @Override
    public int getColumnCount() {
      return COLUMNS.size();
    }

    @Override
    public String getColumnName(int column) {
      return COLUMNS.get(column).title();
    }

    @Override
    public Object getValueAt(int row, int column) {
      return COLUMNS.get(column).text().apply(rows.get(row));
    }
  }

  private final class Cell extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1L;

    @Override
    public Component getTableCellRendererComponent(
        JTable table, Object value, boolean selected, boolean focus, int row, int column) {
      JLabel label =
          (JLabel) super.getTableCellRendererComponent(table, value, selected, false, row, column);
      BundleRow line = lines.rows.get(row);
      int side = label.getFontMetrics(label.getFont()).getAscent();
      label.setIcon(column == STATE ? new StateIcon(line.bundle().health(), side) : null);
      label.setIconTextGap(side / 2);
      label.setHorizontalAlignment(
          column == getColumnCount() - 1 ? SwingConstants.TRAILING : SwingConstants.LEADING);
      String text = label.getText();
      label.setToolTipText(text.isEmpty() ? null : text);
      return label;
    }
  }
}
