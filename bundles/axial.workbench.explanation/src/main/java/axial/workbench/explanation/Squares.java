package axial.workbench.explanation;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;

/** Lays cells out in one row, or in as few as make their pictures much larger. */
final class Squares implements LayoutManager {

  private static final int LEAST = 6;

  /** So much larger must pictures become for another row to be worth it. */
  private static final double WORTH = 1.1;

  private final int gap;
  private final int captionHeight;

  /**
   * A layout.
   *
   * @param gap between cells
   * @param captionHeight what a cell is higher than wide
   */
  Squares(int gap, int captionHeight) {
    this.gap = gap;
    this.captionHeight = captionHeight;
  }

  @Override
  public void layoutContainer(Container parent) {
    int count = parent.getComponentCount();
    int best = 0;
    int columns = 1;
    for (int tried = count; tried >= 1; tried--) {
      int rows = (count + tried - 1) / tried;
      int side =
          Math.min(
              (parent.getWidth() - gap * (tried - 1)) / tried,
              (parent.getHeight() - gap * (rows - 1)) / rows - captionHeight);
      if (side > best * (best == 0 ? 1 : WORTH)) {
        best = side;
        columns = tried;
      }
    }
    for (int i = 0; i < count; i++) {
      parent
          .getComponent(i)
          .setBounds(
              i % columns * (best + gap),
              i / columns * (best + captionHeight + gap),
              best,
              best + captionHeight);
    }
  }

  @Override
  public Dimension preferredLayoutSize(Container parent) {
    int side = LEAST * captionHeight;
    int count = parent.getComponentCount();
    return new Dimension(count * side + (count - 1) * gap, side + captionHeight);
  }

  @Override
  public Dimension minimumLayoutSize(Container parent) {
    return new Dimension(captionHeight, 2 * captionHeight);
  }

  @Override
  public void addLayoutComponent(String name, Component component) {}

  @Override
  public void removeLayoutComponent(Component component) {}
}
