package axial.workbench.evaluation;

import axial.eval.EvaluationTable;
import java.awt.Dimension;
import java.util.List;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.TableColumn;
import javax.swing.table.TableModel;

/** Tables of text that can be read and copied. */
final class Tables {

  private static final int WIDEST = 40;
  private static final int MOST_ROWS = 7;

  private Tables() {}

  static JTable plain(String name, String says) {
    JTable table = new JTable();
    table.setName(name);
    table.getAccessibleContext().setAccessibleName(says);
    table.setFillsViewportHeight(true);
    table.setCellSelectionEnabled(true);
    return table;
  }

  /** A table in a scroll pane with its head. */
  static JScrollPane scrolled(JTable table) {
    JScrollPane pane = new JScrollPane(table);
    pane.setColumnHeaderView(table.getTableHeader());
    return pane;
  }

  /** Shows rows; columns are as wide as their text wants. */
  static void fill(JTable table, EvaluationTable shown) {
    fill(table, shown.columns(), shown.rows());
  }

  static void fill(JTable table, List<String> columns, List<List<String>> rows) {
    table.setModel(model(columns, rows));
    table.setRowHeight(table.getFontMetrics(table.getFont()).getHeight() * 3 / 2);
    int height = table.getRowHeight() * Math.max(2, Math.min(MOST_ROWS, rows.size()));
    table.setPreferredScrollableViewportSize(new Dimension(height, height));
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      int longest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
      int letters = Math.min(WIDEST, Math.max(columns.get(i).length(), longest) + 3);
      TableColumn head = table.getColumnModel().getColumn(i);
      head.setPreferredWidth(letters * table.getFontMetrics(table.getFont()).charWidth('n'));
    }
  }

  private static TableModel model(List<String> columns, List<List<String>> rows) {
    return new AbstractTableModel() {
      private static final long serialVersionUID = 1L;

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
        return columns.get(column);
      }

      @Override
      public Object getValueAt(int row, int column) {
        return rows.get(row).get(column);
      }
    };
  }
}
