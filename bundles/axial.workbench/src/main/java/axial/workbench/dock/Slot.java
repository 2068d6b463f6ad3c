package axial.workbench.dock;

import axial.job.Problem;
import axial.view.Part;
import axial.view.part.EmptyPanel;
import axial.workbench.job.Unexpected;
import io.github.andrewauclair.moderndocking.Dockable;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.event.HierarchyEvent;
import java.awt.event.MouseEvent;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JPanel;
import javax.swing.ToolTipManager;
import org.jspecify.annotations.Nullable;

/**
 * The place of a view in the window. It stays when the view's bundle leaves, and holds whatever
 * part there is: the view's own, the error of one that threw, or a gap with the view's name.
 */
public final class Slot extends JPanel implements Dockable {

  private static final long serialVersionUID = 1L;
  private static final int LEAST_LETTERS = 12;

  private final String id;
  private final transient Consumer<Failure> failures;
  private String title;
  private transient @Nullable Part part;
  private transient Supplier<Part> maker = () -> gone();
  private transient Map<String, String> state = Map.of();
  private transient Runnable closing = () -> {};
  private boolean filled;
  private boolean visible;

  /** A part threw: what the user is told, and the cause. */
  public record Failure(Problem problem, Throwable cause) {}

  /** An empty place of that view; blank until it is filled for the first time. */
  public Slot(String id, String title, Consumer<Failure> failures) {
    super(new BorderLayout());
    this.id = id;
    this.title = title;
    this.failures = failures;
    setName("slot." + id);
    setFocusable(true);
    getAccessibleContext().setAccessibleName(title);
    addHierarchyListener(
        event -> {
          if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
            EventQueue.invokeLater(this::tell);
          }
        });
  }

  private static Part gone() {
    throw new IllegalStateException("The bundle of this view is not there.");
  }

  /**
   * Fills the place.
   *
   * @param name of the view
   * @param parts makes its part
   * @param afterwards takes back what the part has registered, when it is closed
   */
  public void fill(String name, Supplier<Part> parts, Runnable afterwards) {
    empty();
    title = name;
    maker = parts;
    closing = afterwards;
    filled = true;
    load();
  }

  /** What the last part left, for the next one. */
  public Map<String, String> state() {
    return state;
  }

  private void load() {
    try {
      Part made = maker.get();
      part = made;
      put(made.component());
      if (visible) {
        made.shown();
      }
    } catch (Exception | LinkageError | StackOverflowError | AssertionError broken) {
      fail(broken);
    }
  }

  /** Makes the part anew; it begins with the state of the former one. */
  public void reload() {
    if (filled) {
      closePart();
      load();
    }
  }

  /** Closes the part and shows the gap. */
  public void empty() {
    if (!filled) {
      return;
    }
    filled = false;
    closePart();
    maker = () -> gone();
    closing = () -> {};
    showGap();
  }

  private void closePart() {
    @Nullable Part closed = part;
    part = null;
    removeAll();
    try {
      if (closed != null) {
        state = Map.copyOf(closed.state());
        if (visible) {
          closed.hidden();
        }
        closed.close();
      }
    } catch (Exception | LinkageError | StackOverflowError | AssertionError broken) {
      failures.accept(new Failure(Unexpected.problem(title, broken), broken));
    } finally {
      closing.run();
      forgetTip();
    }
  }

  /**
   * The manager of tips holds the component that the pointer is over, and is not told that it is
   * gone; a press of the mouse makes it forget.
   */
  private void forgetTip() {
    ToolTipManager.sharedInstance()
        .mousePressed(
            new MouseEvent(
                this, MouseEvent.MOUSE_PRESSED, 0, 0, 0, 0, 1, false, MouseEvent.BUTTON1));
  }

  /** Shows an error in place of the part, with the offer to load it again. */
  public void fail(Throwable cause) {
    Problem problem = Unexpected.problem(title, cause);
    closePart();
    put(
        new EmptyPanel(
            title + " has failed",
            problem.summary() + " The rest of the window goes on.",
            new EmptyPanel.Step("Reload", this::load)));
    failures.accept(new Failure(problem, cause));
  }

  private void showGap() {
    EmptyPanel gap =
        new EmptyPanel(
            title,
            "The bundle that brings this view is not there at the moment. As soon as it is back,"
                + " the view will be here again.");
    gap.setName("gap." + id);
    put(gap);
  }

  private void put(Component content) {
    removeAll();
    add(content, BorderLayout.CENTER);
    revalidate();
    repaint();
  }

  /** A part is told in an event of its own: when a perspective is shown, there are many. */
  private void tell() {
    boolean now = isShowing();
    if (now == visible) {
      return;
    }
    visible = now;
    if (part != null) {
      try {
        if (now) {
          part.shown();
        } else {
          part.hidden();
        }
      } catch (Exception | LinkageError | StackOverflowError | AssertionError broken) {
        fail(broken);
      }
    }
  }

  /** Whether a view fills it. */
  public boolean filled() {
    return filled;
  }

  /** The slot that a component is in. */
  public static Optional<Slot> of(@Nullable Component component) {
    for (Component at = component; at != null; at = at.getParent()) {
      if (at instanceof Slot slot) {
        return Optional.of(slot);
      }
    }
    return Optional.empty();
  }

  /** A view does not keep the user from making it small. */
  @Override
  public Dimension getMinimumSize() {
    int letter = getFontMetrics(getFont()).charWidth('m');
    return new Dimension(letter * LEAST_LETTERS, letter * LEAST_LETTERS / 2);
  }

  @Override
  public String getPersistentID() {
    return id;
  }

  @Override
  public String getTabText() {
    return title;
  }

  @Override
  public boolean isWrappableInScrollpane() {
    return false;
  }

  @Override
  public boolean isMinMaxAllowed() {
    return true;
  }

  @Override
  public boolean isClosable() {
    return true;
  }
}
