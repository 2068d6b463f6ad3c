package axial.workbench.data.gallery;

import static axial.view.testing.TestDesk.await;
import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import axial.view.Part;
import axial.view.Picked;
import axial.view.testing.Picture;
import axial.view.testing.TestDesk;
import axial.workbench.data.work.MadeUp;
import axial.workbench.data.work.Names;
import axial.workbench.data.work.Workset;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.MouseEvent;
import java.util.Map;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.JViewport;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GalleryTest {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 600;

  private final TestDesk desk = MadeUp.desk();
  private Optional<Workset> work = Optional.empty();
  private Optional<Part> part = Optional.empty();

  @BeforeAll
  static void look() throws Exception {
    edt(
        () -> {
          Picture.look(false, 1);
          return true;
        });
  }

  @AfterEach
  void close() throws Exception {
    edt(
        () -> {
          part.ifPresent(Part::close);
          work.ifPresent(Workset::close);
          return true;
        });
  }

  @Test
  void aHundredThousandImagesAskForNoMoreThumbnailsThanTwoPagesAround() throws Exception {
    MadeUp lab = new MadeUp(100_000);
    open(lab, 100_000);
    edt(() -> Picture.of(component(), WIDTH, HEIGHT));
    int visible = edt(this::visible);
    assertThat(visible).isBetween(10, 200);
    await("the visible thumbnails are there", () -> thumbnails(0, visible));
    assertThat(lab.asked).hasSizeLessThanOrEqualTo(3 * visible);
    edt(
        () -> {
          JViewport view = (JViewport) canvas().getParent();
          view.setViewPosition(new Point(0, canvas().getHeight() / 2));
          return Picture.of(component(), WIDTH, HEIGHT);
        });
    int first = edt(() -> canvas().grid().first(canvas().getVisibleRect().y));
    assertThat(first).isGreaterThan(40_000);
    await("those in the middle are there", () -> thumbnails(first, first + visible));
    assertThat(lab.asked).hasSizeLessThanOrEqualTo(7 * visible);
  }

  @Test
  void deleteExcludesWhatIsSelectedAndUndoTakesItInAgain() throws Exception {
    open(new MadeUp(12), 12);
    edt(() -> press("HOME") && press("shift RIGHT") && run("data.exclude"));
    await("two are excluded", () -> words().contains("2 excluded"));
    await("the working data lack them", () -> images() == 10);
    edt(
        () -> {
          desk.changes.get(0).undo().run();
          return true;
        });
    await("they are back", () -> images() == 12);
    await("nothing is called excluded", () -> !words().contains("excluded"));
    assertThat(edt(this::words)).isEqualTo("12 images, 2 selected");
  }

  @Test
  void numberKeysRelabelWhatIsSelectedAndUndoBringsTheClassBack() throws Exception {
    open(new MadeUp(12), 12);
    edt(() -> press("HOME") && run("data.relabel-2"));
    await("its class is another", () -> label(0) == 1);
    assertThat(edt(() -> desk.changes.get(0).title())).isEqualTo("Label 1 image \"yes\"");
    edt(
        () -> {
          desk.changes.get(0).undo().run();
          return true;
        });
    await("its class is as found", () -> label(0) == 0);
    assertThat(edt(() -> desk.commands.get("data.relabel-3").enabled().getAsBoolean())).isFalse();
  }

  @Test
  void theSelectedImageIsPickedAndAPickedOneIsSelected() throws Exception {
    open(new MadeUp(12), 12);
    edt(() -> press("END"));
    assertThat(edt(() -> desk.picked().get())).contains(Picked.ofData("scan-000011.png"));
    edt(
        () -> {
          desk.picked().set(Optional.of(Picked.ofData("scan-000003.png")));
          return press("RIGHT");
        });
    assertThat(edt(() -> desk.picked().get())).contains(Picked.ofData("scan-000004.png"));
  }

  @Test
  void aClickSelectsTheTileUnderThePointer() throws Exception {
    open(new MadeUp(12), 12);
    edt(
        () -> {
          Picture.of(component(), WIDTH, HEIGHT);
          Point at = canvas().grid().bounds(2).getLocation();
          canvas()
              .dispatchEvent(
                  new MouseEvent(
                      canvas(),
                      MouseEvent.MOUSE_PRESSED,
                      0,
                      0,
                      at.x + 20,
                      at.y + 20,
                      1,
                      false,
                      MouseEvent.BUTTON1));
          return true;
        });
    assertThat(edt(() -> desk.picked().get())).contains(Picked.ofData("scan-000002.png"));
  }

  @Test
  void aTextThatNoNameHasShowsTheWayBack() throws Exception {
    open(new MadeUp(12), 12);
    edt(
        () -> {
          Names.find(component(), JTextField.class, "gallery.text").setText("nowhere");
          return true;
        });
    await("none is shown", () -> words().startsWith("0 of 12"));
    edt(() -> run("data.show-all"));
    await("all are shown", () -> words().equals("12 images"));
  }

  @Test
  void withoutDataItOffersToOpenSome() throws Exception {
    MadeUp lab = new MadeUp(12);
    show(lab);
    assertThat(edt(() -> Names.shown(component(), AbstractButton.class, "next-step").isEnabled()))
        .isTrue();
    assertThat(edt(() -> Names.shown(component(), AbstractButton.class, "other-step").isEnabled()))
        .isTrue();
  }

  private void show(MadeUp lab) throws Exception {
    edt(
        () -> {
          Workset shared = lab.workset();
          work = Optional.of(shared);
          part = Optional.of(new GalleryView(shared, lab).open(desk));
          return true;
        });
  }

  private void open(MadeUp lab, int count) throws Exception {
    show(lab);
    edt(
        () -> {
          work.orElseThrow().open(desk, MadeUp.ADDRESS, Map.of());
          return true;
        });
    await(
        "the images are shown",
        () -> words().equals("%,d images".formatted(count)) && canvas().grid().count() == count);
  }

  private JComponent component() {
    return part.orElseThrow().component();
  }

  private GalleryCanvas canvas() {
    return Names.find(component(), GalleryCanvas.class, "gallery.tiles");
  }

  private String words() {
    return Names.find(component(), JLabel.class, "gallery.counts").getText();
  }

  private int visible() {
    Grid grid = canvas().grid();
    var rect = canvas().getVisibleRect();
    return grid.end(rect.y + rect.height) - grid.first(rect.y);
  }

  private boolean thumbnails(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!canvas().hasThumbnail(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean press(String stroke) {
    Object name = canvas().getInputMap().get(KeyStroke.getKeyStroke(stroke));
    canvas().getActionMap().get(name).actionPerformed(new ActionEvent(canvas(), 0, stroke));
    return true;
  }

  private boolean run(String command) {
    desk.commands.get(command).action().run();
    return true;
  }

  private int images() {
    return desk.data().get().orElseThrow().dataset().samples().size();
  }

  private int label(int index) {
    return desk.data().get().orElseThrow().dataset().samples().get(index).label();
  }
}
