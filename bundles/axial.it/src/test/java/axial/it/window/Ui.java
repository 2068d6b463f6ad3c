package axial.it.window;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.TransferHandler;
import javax.swing.text.JTextComponent;

/**
 * A user's hands and eyes: finds components by name, clicks, types, waits until something shows.
 */
final class Ui {

  private static final long DEADLINE_NANOS = 120_000_000_000L;

  private static final long LOOK_AGAIN_NANOS = 5_000_000L;
  private static final long SOON_NANOS = 2_000_000_000L;
  private static final int TRIES = 5;

  private final Robot robot;

  Ui() throws Exception {
    // It does not wait until the display is idle: with a window that paints now and then that can
    // take seconds. Events come in the order in which they are made.
    robot = new Robot();
  }

  /** Does something on the event dispatch thread and returns its outcome. */
  static <T> T edt(Callable<T> act) throws Exception {
    if (EventQueue.isDispatchThread()) {
      return act.call();
    }
    FutureTask<T> task = new FutureTask<>(act);
    EventQueue.invokeLater(task);
    return task.get();
  }

  /** Waits until a condition holds on the event dispatch thread, two minutes at most. */
  static void await(String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + DEADLINE_NANOS;
    while (!edt(condition)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Within two minutes it did not happen that " + what);
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS); // asking without a pause would keep the window busy
    }
  }

  /** Waits until there is such a thing, two minutes at most. */
  static <T> T found(String what, Callable<Optional<T>> search) throws Exception {
    List<T> found = new ArrayList<>();
    await(
        what,
        () -> {
          search.call().ifPresent(found::add);
          return !found.isEmpty();
        });
    return found.get(0);
  }

  /** The showing component of that name, if there is one; on the event dispatch thread. */
  static Optional<Component> showing(String name) {
    for (Window window : Window.getWindows()) {
      if (window.isShowing()) {
        Optional<Component> found = in(window, name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Component> in(Component at, String name) {
    if (name.equals(at.getName()) && at.isShowing()) {
      return Optional.of(at);
    }
    if (at instanceof Container container) {
      for (Component child : container.getComponents()) {
        Optional<Component> found = in(child, name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** A showing component that says that text, if there is one; on the event dispatch thread. */
  static Optional<Component> saying(String text) {
    for (Window window : Window.getWindows()) {
      if (window.isShowing()) {
        Optional<Component> found = saying(window, text);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Component> saying(Component at, String text) {
    if (at.isShowing() && words(at).contains(text)) {
      return Optional.of(at);
    }
    if (at instanceof Container container) {
      for (Component child : container.getComponents()) {
        Optional<Component> found = saying(child, text);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** A showing component of a type whose accessible name is that; on the event dispatch thread. */
  static Optional<Component> saying(String label, Class<?> type) {
    for (Window window : Window.getWindows()) {
      Optional<Component> found = labelled(window, label, type);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Component> labelled(Component at, String label, Class<?> type) {
    if (type.isInstance(at)
        && at.isShowing()
        && label.equals(at.getAccessibleContext().getAccessibleName())) {
      return Optional.of(at);
    }
    if (at instanceof Container container) {
      for (Component child : container.getComponents()) {
        Optional<Component> found = labelled(child, label, type);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** What a component says, as a user or a screen reader takes it. */
  static String words(Component component) {
    if (component instanceof JLabel label) {
      return plain(label.getText());
    }
    if (component instanceof AbstractButton button) {
      return plain(button.getText());
    }
    if (component instanceof JTextComponent text) {
      return text.getText();
    }
    if (component instanceof JTabbedPane tabs) {
      StringBuilder titles = new StringBuilder();
      for (int i = 0; i < tabs.getTabCount(); i++) {
        titles.append(tabs.getTitleAt(i)).append(' ');
      }
      return titles.toString();
    }
    String name =
        component.getAccessibleContext() == null
            ? null
            : component.getAccessibleContext().getAccessibleName();
    return name == null ? "" : plain(name);
  }

  private static String plain(String text) {
    return text == null ? "" : text.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
  }

  /** Waits until something on the screen says that text. */
  void see(String text) throws Exception {
    await("\"" + text + "\" is on the screen", () -> saying(text).isPresent());
  }

  /** Clicks what says exactly that: a button, a tab. */
  void clickText(String text) throws Exception {
    for (int tries = 0; tries < TRIES; tries++) {
      Spot spot = found("\"" + text + "\" can be clicked", () -> clickable(text));
      if (!clicked(spot.component(), spot.at())) {
        continue;
      }
      if (!(spot.component() instanceof JTabbedPane tabs) || chosen(tabs, text)) {
        return;
      }
    }
    throw new AssertionError("The tab \"" + text + "\" does not come to the front.");
  }

  /** Whether a tab comes to the front; the click may have come while the window was laid out. */
  private static boolean chosen(JTabbedPane tabs, String text) throws Exception {
    long deadline = System.nanoTime() + SOON_NANOS;
    while (System.nanoTime() < deadline) {
      int index = edt(tabs::getSelectedIndex);
      if (index >= 0 && text.equals(edt(() -> tabs.getTitleAt(index)))) {
        return true;
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
    return false;
  }

  private record Spot(Component component, Point at) {}

  /** A button of that text before a tab. */
  private static Optional<Spot> clickable(String text) {
    Optional<Spot> tab = Optional.empty();
    for (Window window : Window.getWindows()) {
      if (window.isShowing()) {
        Optional<Spot> button = clickable(window, text, false);
        if (button.isPresent()) {
          return button;
        }
        tab = tab.or(() -> clickable(window, text, true));
      }
    }
    return tab;
  }

  private static Optional<Spot> clickable(Component at, String text, boolean tab) {
    if (at.isShowing() && at.isEnabled()) {
      if (!tab && at instanceof AbstractButton button && plain(button.getText()).equals(text)) {
        return Optional.of(new Spot(at, middle(at)));
      }
      if (tab && at instanceof JTabbedPane tabs) {
        int index = tabs.indexOfTab(text);
        if (index >= 0) {
          Rectangle box = tabs.getBoundsAt(index);
          return Optional.of(
              new Spot(at, new Point(box.x + box.width / 3, box.y + box.height / 2)));
        }
      }
    }
    if (at instanceof Container container) {
      for (Component child : container.getComponents()) {
        Optional<Spot> found = clickable(child, text, tab);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** The component of that name, waited for. */
  Component find(String name) throws Exception {
    return found("\"" + name + "\" shows", () -> showing(name));
  }

  /** Clicks the middle of a component that is enabled, waited for. */
  void click(String name) throws Exception {
    Component component;
    do { // views may be filled anew while one looks at them
      component =
          found(
              "\"" + name + "\" can be clicked", () -> showing(name).filter(Component::isEnabled));
    } while (!clicked(component, middleOf(component)));
  }

  private static Point middleOf(Component component) throws Exception {
    return edt(() -> middle(component));
  }

  /** The middle of what can be seen of a component. */
  private static Point middle(Component component) {
    Rectangle seen =
        component instanceof JComponent swing
            ? swing.getVisibleRect()
            : new Rectangle(component.getSize());
    return new Point(seen.x + seen.width / 2, seen.y + seen.height / 2);
  }

  /** Clicks a place of a component. */
  void clickAt(Component component, Point at) throws Exception {
    if (!clicked(component, at)) {
      throw new AssertionError("What was to be clicked has gone: " + component);
    }
  }

  /** Clicks a place of a component; false when it has gone meanwhile. */
  private boolean clicked(Component component, Point at) throws Exception {
    Optional<Point> corner = settled(component);
    corner.ifPresent(
        point -> {
          robot.mouseMove(point.x + at.x, point.y + at.y);
          robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
          robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        });
    return corner.isPresent();
  }

  /** Where a component is, once it stays there; nothing when it goes. */
  private static Optional<Point> settled(Component component) throws Exception {
    Rectangle last = new Rectangle();
    while (true) {
      Optional<Rectangle> now = edt(() -> place(component));
      if (now.isEmpty()) {
        return Optional.empty();
      }
      if (now.get().equals(last) && !last.isEmpty()) {
        return Optional.of(last.getLocation());
      }
      last = now.get();
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  private static Optional<Rectangle> place(Component component) {
    return component.isShowing()
        ? Optional.of(new Rectangle(component.getLocationOnScreen(), component.getSize()))
        : Optional.empty();
  }

  /** Presses keys together, the last one last, such as control, shift and P. */
  void press(int... keys) {
    for (int key : keys) {
      robot.keyPress(key);
    }
    for (int i = keys.length - 1; i >= 0; i--) {
      robot.keyRelease(keys[i]);
    }
  }

  /** Types lower-case letters, digits and spaces. */
  void type(String text) {
    for (char letter : text.toCharArray()) {
      press(KeyEvent.getExtendedKeyCodeForChar(letter));
    }
  }

  /** Runs a command through the palette, as a user does. */
  void command(String words) throws Exception {
    press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_P);
    Component field = find("palette.field");
    await("the palette has the focus", field::isFocusOwner);
    type(words);
    press(KeyEvent.VK_ENTER);
    await("the palette is closed", () -> showing("palette.field").isEmpty());
  }

  /** What a label, button or text says now. */
  String text(String name) throws Exception {
    Component component = find(name);
    return edt(
        () -> {
          if (component instanceof JLabel label) {
            return String.valueOf(label.getText());
          }
          if (component instanceof AbstractButton button) {
            return button.getText();
          }
          if (component instanceof JTextComponent text) {
            return text.getText();
          }
          throw new AssertionError("\"" + name + "\" has no text");
        });
  }

  /** Drops a file on the window. */
  void drop(Path file) throws Exception {
    edt(
        () -> {
          for (Window window : Window.getWindows()) {
            if (window instanceof JFrame frame && frame.isShowing()) {
              TransferHandler handler = frame.getRootPane().getTransferHandler();
              return handler.importData(
                  new TransferHandler.TransferSupport(frame.getRootPane(), new Files(file)));
            }
          }
          throw new AssertionError("There is no window.");
        });
  }

  /** A dragged file. */
  private record Files(Path file) implements Transferable {
    @Override
    public DataFlavor[] getTransferDataFlavors() {
      return new DataFlavor[] {DataFlavor.javaFileListFlavor};
    }

    @Override
    public boolean isDataFlavorSupported(DataFlavor flavor) {
      return DataFlavor.javaFileListFlavor.equals(flavor);
    }

    @Override
    public Object getTransferData(DataFlavor flavor) {
      return List.of(file.toFile());
    }
  }
}
