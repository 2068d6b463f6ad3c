package axial.workbench.data.bench;

import static axial.view.testing.TestDesk.await;
import static axial.view.testing.TestDesk.edt;

import axial.data.Dataset;
import axial.view.Part;
import axial.view.View;
import axial.view.WorkingData;
import axial.view.testing.Picture;
import axial.view.testing.TestDesk;
import axial.workbench.data.duplicates.DuplicatesView;
import axial.workbench.data.gallery.GalleryView;
import axial.workbench.data.image.ImageView;
import axial.workbench.data.sources.SourcesView;
import axial.workbench.data.split.SplitView;
import axial.workbench.data.work.MadeUp;
import axial.workbench.data.work.Names;
import axial.workbench.data.work.Workset;
import java.awt.Point;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/**
 * Opens 100,000 images in a real window with the views of the data, and measures until the gallery
 * is painted, frames a second while it is scrolled, and the longest event of whatever is done.
 * Needs a display. Argument: how many images instead.
 */
final class GalleryBench {

  private static final int COUNT = 100_000;
  private static final int SECONDS = 4;
  private static final int PERIOD_MILLIS = 16;

  private final ManyImages images;
  private final Workset work;
  private final TestDesk desk = MadeUp.desk();
  private final Watch watch = new Watch();
  private final Frames frames = new Frames();
  private final Robot robot;
  private final Dataset dataset;
  private final JTabbedPane tabs = new JTabbedPane();
  private List<Part> parts = List.of();

  private GalleryBench(int count) throws Exception {
    MadeUp lab = new MadeUp(count);
    images = new ManyImages(lab);
    work = new Workset(lab, images, lab);
    robot = new Robot();
    dataset = MadeUp.dataset(count);
    RepaintManager.setCurrentManager(frames);
    Toolkit.getDefaultToolkit().getSystemEventQueue().push(watch);
    edt(
        () -> {
          Picture.look(false, 1);
          show(
              List.of(
                  new SourcesView(work),
                  new GalleryView(work, images),
                  new DuplicatesView(work),
                  new SplitView(work, lab),
                  new ImageView(work)));
          return true;
        });
  }

  private void show(List<View> views) {
    parts = views.stream().map(view -> view.open(desk)).toList();
    tabs.add("Gallery", parts.get(1).component());
    tabs.add("Duplicates", parts.get(2).component());
    tabs.add("Split", parts.get(3).component());
    JSplitPane right = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, tabs, parts.get(4).component());
    right.setDividerLocation(900);
    JSplitPane all = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, parts.get(0).component(), right);
    all.setDividerLocation(240);
    JFrame frame = new JFrame("bench");
    frame.add(all);
    frame.setBounds(0, 0, 1400, 880);
    frame.setVisible(true);
  }

  /** Needs a display. */
  public static void main(String[] arguments) throws Exception {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : COUNT;
    System.out.printf("%,d images, thumbnails decoded%n", count);
    GalleryBench bench = new GalleryBench(count);
    bench.open();
    bench.scroll("decoded");
    bench.images.cached(true);
    System.out.println("thumbnails cached");
    bench.scroll("cached");
    bench.filter();
    bench.edit();
    bench.others();
    System.exit(0);
  }

  private JComponent tiles() {
    return find(JComponent.class, 1, "gallery.tiles");
  }

  private <T> T find(Class<T> type, int part, String name) {
    return Names.find(parts.get(part).component(), type, name);
  }

  /** Waits until something holds once all events that were posted before are done. */
  private void until(String what, BooleanSupplier condition) throws Exception {
    await(what, condition);
    desk.settle();
    edt(() -> true);
  }

  private void open() throws Exception {
    System.gc(); // what the bench itself has left
    watch.begin();
    edt(
        () -> {
          desk.data().set(Optional.of(new WorkingData(MadeUp.ADDRESS, Map.of(), dataset)));
          return true;
        });
    until("the gallery is filled", () -> counts().startsWith("%,d".formatted(count())));
    edt(
        () -> {
          JComponent tiles = tiles();
          tiles.paintImmediately(tiles.getVisibleRect());
          Toolkit.getDefaultToolkit().sync();
          return true;
        });
    watch.tell("data known -> gallery painted", "");
    until("the summary is there", () -> Names.has(parts.get(0).component(), "sources.total"));
    watch.tell("data known -> all views", "");
  }

  private int count() {
    return dataset.samples().size();
  }

  private String counts() {
    return find(JLabel.class, 1, "gallery.counts").getText();
  }

  private JScrollPane pane() {
    return (JScrollPane) SwingUtilities.getAncestorOfClass(JScrollPane.class, tiles());
  }

  private void scroll(String how) throws Exception {
    Point middle = edt(() -> onScreen(tiles(), 300, 300));
    robot.mouseMove(middle.x, middle.y);
    edt(
        () -> {
          pane().getVerticalScrollBar().setValue(0);
          return true;
        });
    begin();
    for (int i = 0; i < SECONDS * 1000 / PERIOD_MILLIS; i++) {
      robot.mouseWheel(i < SECONDS * 500 / PERIOD_MILLIS ? 3 : 1);
      Thread.sleep(PERIOD_MILLIS);
    }
    tell("wheel, " + how);
    JScrollBar bar = edt(() -> pane().getVerticalScrollBar());
    edt(
        () -> {
          bar.setValue(0);
          return true;
        });
    Point thumb = edt(() -> onScreen(bar, bar.getWidth() / 2, 4));
    robot.mouseMove(thumb.x, thumb.y);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    begin();
    int steps = SECONDS * 1000 / PERIOD_MILLIS;
    int height = edt(bar::getHeight);
    for (int i = 0; i < steps; i++) {
      robot.mouseMove(thumb.x, thumb.y + i * height / steps + i % 2);
      Thread.sleep(PERIOD_MILLIS);
    }
    tell("bar dragged over all, " + how);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
  }

  private void begin() throws Exception {
    edt(
        () -> {
          frames.begin(pane().getViewport());
          return true;
        });
    watch.begin();
  }

  private void tell(String what) throws Exception {
    watch.tell(what, edt(frames::text));
  }

  private static Point onScreen(JComponent component, int x, int y) {
    Point seen = component.getVisibleRect().getLocation();
    Point at = new Point(seen.x + x, seen.y + y);
    SwingUtilities.convertPointToScreen(at, component);
    return at;
  }

  private void filter() throws Exception {
    JTextComponent text = find(JTextComponent.class, 1, "gallery.text");
    edt(text::requestFocusInWindow);
    await("it has the focus", text::isFocusOwner);
    watch.begin();
    for (int key : new int[] {KeyEvent.VK_S, KeyEvent.VK_C, KeyEvent.VK_A, KeyEvent.VK_N}) {
      press(key);
      Thread.sleep(100);
    }
    press(KeyEvent.VK_MINUS);
    press(KeyEvent.VK_0);
    press(KeyEvent.VK_9);
    until("few are shown", () -> counts().contains(" of "));
    watch.tell("filter typed", "");
    edt(
        () -> {
          desk.commands.get("data.show-all").action().run();
          return true;
        });
    until("all are shown", () -> !counts().contains(" of "));
    for (int order = 3; order >= 0; order--) {
      int chosen = order;
      watch.begin();
      edt(
          () -> {
            find(JComboBox.class, 1, "gallery.order").setSelectedIndex(chosen);
            return true;
          });
      Thread.sleep(700);
      watch.tell("order " + order, "");
    }
  }

  private void press(int key) {
    robot.keyPress(key);
    robot.keyRelease(key);
  }

  private void edit() throws Exception {
    edt(() -> tiles().requestFocusInWindow());
    await("it has the focus", () -> tiles().isFocusOwner());
    watch.begin();
    robot.keyPress(KeyEvent.VK_CONTROL);
    press(KeyEvent.VK_A);
    robot.keyRelease(KeyEvent.VK_CONTROL);
    until("all are selected", () -> counts().contains("selected"));
    watch.tell("all selected", "");
    step("half relabelled", () -> run("data.relabel-1"), () -> changes() == 1);
    step("that undone", () -> desk.changes.get(0).undo().run(), () -> true);
    step("all excluded", () -> run("data.exclude"), () -> changes() == 2);
    until("it is counted", () -> counts().contains("excluded"));
    step("that undone", () -> desk.changes.get(1).undo().run(), () -> true);
    until("none is excluded", () -> !counts().contains("excluded"));
  }

  private int changes() {
    return desk.changes.size();
  }

  private void run(String command) {
    desk.commands.get(command).action().run();
  }

  private void step(String what, Runnable act, BooleanSupplier done) throws Exception {
    watch.begin();
    edt(
        () -> {
          act.run();
          return true;
        });
    until(what, done);
    Thread.sleep(1500);
    edt(() -> true);
    watch.tell(what, "");
  }

  private void others() throws Exception {
    edt(
        () -> {
          tabs.setSelectedIndex(1);
          return true;
        });
    step(
        "duplicates looked for",
        () -> run("data.duplicates.look"),
        () -> find(JLabel.class, 2, "duplicates.place").getText().startsWith("Group 1 of"));
    for (int i = 0; i < 3; i++) {
      step("next group", () -> run("data.duplicates.next"), () -> true);
    }
    step("keep the second", () -> run("data.duplicates.keep-2"), () -> true);
    step("keep both", () -> run("data.duplicates.apart"), () -> true);
    edt(
        () -> {
          tabs.setSelectedIndex(2);
          return true;
        });
    step(
        "split",
        () -> find(AbstractButton.class, 3, "split.split").doClick(0),
        () -> work.split().isPresent());
    edt(
        () -> {
          tabs.setSelectedIndex(0);
          return true;
        });
    Thread.sleep(1000);
    step("one excluded", () -> pickOne(), () -> true);
  }

  private void pickOne() {
    work.exclude(desk, dataset.samples().subList(5, 6), true, "");
  }
}
