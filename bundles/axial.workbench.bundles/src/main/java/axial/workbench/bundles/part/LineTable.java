package axial.workbench.bundles.part;

import java.awt.Component;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;

/** A table of one kind of line, of which one can be selected. On the event dispatch thread. */
public final class LineTable<T> extends JTable {

  private static final long serialVersionUID = 1L;
  private static final double LINE = 1.9;

  private final transient Lines<T> lines;
  private boolean showing;

  /**
   * A column.
   *
   * @param ems its width in letters
   * @param text what stands there
   * @param tip what is said of it; empty for nothing
   * @param health the sign before the text; nothing for none
   */
  public record Column<T>(
      String title,
      int ems,
      Function<T, String> text,
      Function<T, String> tip,
      Function<T, Optional<Health>> health) {

    /** A column of text that is its own tip. */
    public static <T> Column<T> of(String title, int ems, Function<T, String> text) {
      return new Column<>(title, ems, text, text, row -> Optional.empty());
    }

    /** The same with another tip. */
    public Column<T> withTip(Function<T, String> other) {
      return new Column<>(title, ems, text, other, health);
    }

    /** The same with a sign of how a line does. */
    public Column<T> withSign(Function<T, Health> sign) {
      return new Column<>(title, ems, text, tip, row -> Optional.of(sign.apply(row)));
    }
  }

  /**
   * An empty table.
   *
   * @param title what it lists, for those who hear it
   */
  public LineTable(String name, String title, List<Column<T>> columns) {
    this(name, title, new Lines<>(columns));
  }

  private LineTable(String name, String title, Lines<T> lines) {
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
  public void onChoice(Runnable listener) {
    getSelectionModel()
        .addListSelectionListener(
            event -> {
              if (!showing && !event.getValueIsAdjusting()) {
                listener.run();
              }
            });
  }

  /** Shows lines and selects one of them. */
  public void show(List<T> rows, Predicate<T> chosen) {
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

  /** The selected line; nothing when none is. */
  public Optional<T> selected() {
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
      Column<T> shown = lines.columns.get(column);
      T line = lines.rows.get(row);
      String tip = shown.tip().apply(line);
      label.setToolTipText(tip.isEmpty() || tip.startsWith("<") ? null : tip);
      int side = label.getFontMetrics(label.getFont()).getAscent();
      label.setIcon(shown.health().apply(line).map(each -> new StateIcon(each, side)).orElse(null));
      label.setIconTextGap(side / 2);
      return label;
    }
  }
}
