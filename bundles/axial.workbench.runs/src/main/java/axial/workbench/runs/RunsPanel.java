package axial.workbench.runs;

import axial.view.Desk;
import axial.view.form.Typed;
import axial.view.part.EmptyPanel;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The search, the table, and what belongs to the selected run. */
final class RunsPanel extends JPanel implements RunsScreen {

  private static final long serialVersionUID = 1L;
  private static final String NAME = "runs.table";

  private final transient RunActions actions;
  private final transient RunsController controller;
  private final JPanel filled =
      new JPanel(new MigLayout("fill, insets 8lp, wrap 1", "[grow, fill]", "[][grow, fill][][]"));
  private final EmptyPanel nothing;
  private final JTextField search = new JTextField();
  private final JLabel count = new JLabel();
  private final RunTable table;
  private final RunDetail detail;
  private final JButton results = new JButton("Results");
  private final JButton compare = new JButton("Compare");

  /** A panel of the controller that {@code made} makes for it. */
  RunsPanel(Desk desk, Made made) {
    super(new BorderLayout());
    setName(NAME);
    controller = made.controller(this);
    actions = new RunActions(controller);
    table = new RunTable(new RunTableModel(), this::selected);
    detail = new RunDetail(NAME, controller::note);
    nothing =
        new EmptyPanel(
            "There are no runs yet",
            "Here stand all trainings with their results, to be searched, compared and repeated.",
            new EmptyPanel.Step("Choose how to train", () -> desk.reveal("model.recipe")));
    search.setName(NAME + ".search");
    search.getAccessibleContext().setAccessibleName("Search runs");
    search.putClientProperty("JTextField.placeholderText", "Search model, data, tag\u2026");
    search.putClientProperty("JTextField.showClearButton", true);
    search.getDocument().addDocumentListener(new Typed(() -> controller.search(search.getText())));
    count.setName(NAME + ".count");
    lay();
    actions.offer(desk, this, table);
    update();
  }

  /** Makes the controller of a screen. */
  interface Made {
    /** The controller of that screen, which is not told anything yet. */
    RunsController controller(RunsScreen screen);
  }

  private void lay() {
    JPanel head = new JPanel(new MigLayout("insets 0, fillx", "[grow, fill][]"));
    head.add(search, "wmin 0");
    head.add(count);
    results.setName(NAME + ".results");
    results.addActionListener(event -> controller.open());
    compare.setName(NAME + ".compare");
    compare.addActionListener(event -> controller.compare());
    compare.setToolTipText("Select two evaluated runs to compare them");
    JButton more = new JButton("More \u25be");
    more.setName(NAME + ".more");
    more.addActionListener(event -> menu(more, 0, more.getHeight()));
    JPanel foot = new JPanel(new MigLayout("insets 0"));
    foot.add(results);
    foot.add(compare);
    foot.add(more);
    JScrollPane scrolled = new JScrollPane(table);
    scrolled.setColumnHeaderView(table.getTableHeader());
    filled.add(head);
    filled.add(scrolled, "wmin 0, hmin 0");
    filled.add(detail, "wmin 0, hmin pref");
    filled.add(foot, "wmin 0");
    table.addMouseListener(new Mouse());
    add(nothing);
  }

  private void selected(List<Path> folders) {
    controller.select(folders);
    update();
  }

  private void update() {
    results.setEnabled(controller.one());
    compare.setEnabled(controller.canCompare());
  }

  @Override
  public void show(List<RunRow> rows, int all) {
    table.show(rows);
    count.setText(
        rows.size() == all ? all + (all == 1 ? " run" : " runs") : rows.size() + " of " + all);
    Component wanted = all == 0 ? nothing : filled;
    if (getComponent(0) != wanted) {
      removeAll();
      add(wanted);
      revalidate();
      repaint();
    }
  }

  @Override
  public void mark(List<Path> folders) {
    table.mark(folders);
    update();
  }

  @Override
  public void detail(Optional<RunRow> row) {
    detail.show(row);
    update();
  }

  @Override
  public boolean confirm(String question, String yes) {
    Object[] answers = {yes, "Cancel"};
    return JOptionPane.showOptionDialog(
            this,
            question,
            yes,
            JOptionPane.DEFAULT_OPTION,
            JOptionPane.QUESTION_MESSAGE,
            null,
            answers,
            answers[1])
        == 0;
  }

  RunsController controller() {
    return controller;
  }

  /** Saves what is typed and ends. */
  void close() {
    detail.close();
    controller.close();
  }

  private void menu(Component on, int x, int y) {
    JPopupMenu menu = new JPopupMenu();
    for (RunActions.Entry entry : actions.entries()) {
      JMenuItem item = new JMenuItem(entry.title());
      item.setName(entry.id());
      item.setEnabled(entry.enabled().getAsBoolean());
      item.addActionListener(event -> entry.action().run());
      menu.add(item);
    }
    menu.show(on, x, y);
  }

  private final class Mouse extends MouseAdapter {
    @Override
    public void mousePressed(MouseEvent event) {
      popUp(event);
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      popUp(event);
    }

    @Override
    public void mouseClicked(MouseEvent event) {
      if (event.getClickCount() == 2) {
        controller.open();
      }
    }

    private void popUp(MouseEvent event) {
      if (event.isPopupTrigger()) {
        int row = table.rowAtPoint(event.getPoint());
        if (row >= 0 && !table.isRowSelected(row)) {
          table.setRowSelectionInterval(row, row);
        }
        menu(table, event.getX(), event.getY());
      }
    }
  }
}
