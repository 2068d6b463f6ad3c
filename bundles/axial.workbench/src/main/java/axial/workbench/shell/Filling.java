package axial.workbench.shell;

import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/** Fills a menu each time before it is shown. */
record Filling(Runnable fill) implements PopupMenuListener, MenuListener {

  @Override
  public void popupMenuWillBecomeVisible(PopupMenuEvent event) {
    fill.run();
  }

  @Override
  public void popupMenuWillBecomeInvisible(PopupMenuEvent event) {}

  @Override
  public void popupMenuCanceled(PopupMenuEvent event) {}

  @Override
  public void menuSelected(MenuEvent event) {
    fill.run();
  }

  @Override
  public void menuDeselected(MenuEvent event) {}

  @Override
  public void menuCanceled(MenuEvent event) {}
}
