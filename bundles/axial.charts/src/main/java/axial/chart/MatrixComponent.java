package axial.chart;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.ToolTipManager;
import org.jspecify.annotations.Nullable;

/**
 * A matrix of classes that mouse and keyboard move in: arrows go from cell to cell, a click, Enter
 * or the space bar chooses one. Only on the event dispatch thread.
 */
public final class MatrixComponent extends JComponent {

  private static final long serialVersionUID = 1L;

  private final transient BiConsumer<Integer, Integer> chosen;
  private transient Optional<MatrixCells> cells = Optional.empty();
  private Point at = new Point();
  private String hint = "";

  /**
   * An empty matrix.
   *
   * @param name of the component
   * @param says its accessible name
   * @param chosen is told the true class and the called one of a cell that the user chooses
   */
  public MatrixComponent(String name, String says, BiConsumer<Integer, Integer> chosen) {
    this.chosen = chosen;
    setName(name);
    setFocusable(true);
    getAccessibleContext().setAccessibleName(says);
    ToolTipManager.sharedInstance().registerComponent(this);
    key("LEFT", -1, 0);
    key("RIGHT", 1, 0);
    key("UP", 0, -1);
    key("DOWN", 0, 1);
    action("ENTER", this::choose);
    action("SPACE", this::choose);
    addMouseListener(new Clicks());
    addFocusListener(new Repaints());
  }

  /** Shows other cells; the marked one stays where there are as many classes. */
  public void show(MatrixCells shown) {
    if (cells.isEmpty() || cells.get().size() != shown.size()) {
      at = new Point();
    }
    cells = Optional.of(shown);
    say();
    repaint();
  }

  /** Marks a cell without telling that it was chosen. */
  public void mark(int truth, int called) {
    at = new Point(called, truth);
    say();
    repaint();
  }

  /** Says at each cell what a click on it does, or why it does nothing; may be empty. */
  public void hint(String words) {
    hint = words;
    say();
  }

  /** What is shown; empty at first. */
  public Optional<MatrixCells> cells() {
    return cells;
  }

  /** The cell that is marked: its row as y, its column as x. */
  public Point marked() {
    return new Point(at);
  }

  @Override
  public Dimension getPreferredSize() {
    int em = getFontMetrics(ChartTheme.window().font()).getHeight();
    return new Dimension(em * 28, em * 22);
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    return cells
        .flatMap(
            shown ->
                painter(shown)
                    .at(event.getPoint())
                    .map(point -> words(shown.cell(point.y, point.x))))
        .orElse(null);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    cells.ifPresent(
        shown -> {
          Graphics2D g = (Graphics2D) graphics.create();
          MatrixPainter painter = painter(shown);
          painter.paint(g);
          painter.frame(g, at.y, at.x, isFocusOwner());
          g.dispose();
        });
  }

  private MatrixPainter painter(MatrixCells shown) {
    ChartTheme theme = ChartTheme.window();
    return new MatrixPainter(shown, theme, getFontMetrics(theme.font()), getSize());
  }

  private void key(String stroke, int right, int down) {
    action(
        stroke,
        () ->
            cells.ifPresent(
                shown ->
                    mark(
                        Math.floorMod(at.y + down, shown.size()),
                        Math.floorMod(at.x + right, shown.size()))));
  }

  private void action(String stroke, Runnable act) {
    getInputMap(WHEN_FOCUSED).put(KeyStroke.getKeyStroke(stroke), stroke);
    getActionMap()
        .put(
            stroke,
            new AbstractAction() {
              private static final long serialVersionUID = 1L;

              @Override
              public void actionPerformed(ActionEvent event) {
                act.run();
              }
            });
  }

  private void choose() {
    cells.ifPresent(shown -> chosen.accept(at.y, at.x));
  }

  private void say() {
    cells.ifPresent(
        shown -> getAccessibleContext().setAccessibleDescription(words(shown.cell(at.y, at.x))));
  }

  private String words(MatrixCells.Cell cell) {
    return hint.isEmpty() ? cell.words() : cell.words() + " " + hint;
  }

  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext = new Table();
    }
    return accessibleContext;
  }

  private final class Table extends AccessibleJComponent {
    private static final long serialVersionUID = 1L;

    @Override
    public AccessibleRole getAccessibleRole() {
      return AccessibleRole.TABLE;
    }
  }

  private final class Clicks extends MouseAdapter {
    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      if (event.isPopupTrigger() || event.getButton() != MouseEvent.BUTTON1) {
        return;
      }
      cells
          .flatMap(shown -> painter(shown).at(event.getPoint()))
          .ifPresent(
              point -> {
                mark(point.y, point.x);
                choose();
              });
    }
  }

  private final class Repaints extends FocusAdapter {
    @Override
    public void focusGained(FocusEvent event) {
      repaint();
    }

    @Override
    public void focusLost(FocusEvent event) {
      repaint();
    }
  }
}
