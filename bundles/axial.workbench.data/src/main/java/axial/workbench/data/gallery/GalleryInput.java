package axial.workbench.data.gallery;

import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.IntUnaryOperator;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.ToolTipManager;

/** Selection by mouse and keys. */
final class GalleryInput extends MouseAdapter {

  private final GalleryCanvas canvas;
  private final GalleryController gallery;
  private final Runnable chosen;

  private GalleryInput(GalleryCanvas canvas, GalleryController gallery, Runnable chosen) {
    this.canvas = canvas;
    this.gallery = gallery;
    this.chosen = chosen;
  }

  /** Makes the tiles selectable; {@code chosen} is told after each selection. */
  static void install(GalleryCanvas canvas, GalleryController gallery, Runnable chosen) {
    GalleryInput input = new GalleryInput(canvas, gallery, chosen);
    canvas.addMouseListener(input);
    canvas.addMouseMotionListener(input);
    ToolTipManager.sharedInstance().registerComponent(canvas);
    input.move("LEFT", lead -> lead - 1);
    input.move("RIGHT", lead -> lead + 1);
    input.move("UP", lead -> lead - canvas.grid().columns());
    input.move("DOWN", lead -> lead + canvas.grid().columns());
    input.move("PAGE_UP", lead -> lead - input.page());
    input.move("PAGE_DOWN", lead -> lead + input.page());
    input.move("HOME", lead -> 0);
    input.move("END", lead -> gallery.count() - 1);
    input.key(
        "ctrl A",
        () -> {
          gallery.selection().setSelectionInterval(0, gallery.count() - 1);
          chosen.run();
        });
  }

  private int page() {
    int rows = canvas.getVisibleRect().height / canvas.grid().cell().height;
    return Math.max(1, rows) * canvas.grid().columns();
  }

  private void move(String key, IntUnaryOperator to) {
    key(key, () -> go(to, false));
    key("shift " + key, () -> go(to, true));
  }

  private void go(IntUnaryOperator to, boolean extend) {
    if (gallery.count() == 0) {
      return;
    }
    ListSelectionModel selection = gallery.selection();
    int lead = selection.isSelectionEmpty() ? -1 : selection.getLeadSelectionIndex();
    int next = to.applyAsInt(lead);
    if (lead < 0) {
      next = next == gallery.count() - 1 ? next : 0;
    }
    if (next < 0 || next >= gallery.count()) {
      boolean along = Math.abs(next - lead) > 1;
      next = along ? Math.max(0, Math.min(gallery.count() - 1, next)) : lead;
    }
    select(next, extend);
  }

  private void select(int place, boolean extend) {
    if (extend && gallery.selection().getAnchorSelectionIndex() >= 0) {
      gallery
          .selection()
          .setSelectionInterval(gallery.selection().getAnchorSelectionIndex(), place);
    } else {
      gallery.selection().setSelectionInterval(place, place);
    }
    chosen.run();
  }

  private void key(String stroke, Runnable act) {
    canvas.getInputMap().put(KeyStroke.getKeyStroke(stroke), stroke);
    canvas
        .getActionMap()
        .put(
            stroke,
            new AbstractAction(stroke) {
              private static final long serialVersionUID = 1L;

              @Override
              public void actionPerformed(ActionEvent event) {
                act.run();
              }
            });
  }

  @Override
  public void mousePressed(MouseEvent event) {
    canvas.requestFocusInWindow();
    int place = canvas.grid().at(event.getPoint());
    ListSelectionModel selection = gallery.selection();
    if (place < 0) {
      selection.clearSelection();
      chosen.run();
    } else if (event.isPopupTrigger() || event.getButton() == MouseEvent.BUTTON3) {
      if (!selection.isSelectedIndex(place)) {
        select(place, false);
      }
    } else if (event.isControlDown() || event.isMetaDown()) {
      if (selection.isSelectedIndex(place)) {
        selection.removeSelectionInterval(place, place);
      } else {
        selection.addSelectionInterval(place, place);
      }
      chosen.run();
    } else {
      select(place, event.isShiftDown());
    }
  }

  @Override
  public void mouseDragged(MouseEvent event) {
    int place = canvas.grid().at(event.getPoint());
    if (place >= 0 && (event.getModifiersEx() & MouseEvent.BUTTON1_DOWN_MASK) != 0) {
      select(place, true);
    }
  }
}
