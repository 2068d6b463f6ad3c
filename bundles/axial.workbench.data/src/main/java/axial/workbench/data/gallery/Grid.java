package axial.workbench.data.gallery;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;

/**
 * Where the tiles of a gallery are. Immutable.
 *
 * @param count how many tiles there are
 * @param width of the gallery, in units of user space
 * @param cell size of a tile with the gap around it
 */
record Grid(int count, int width, Dimension cell) {

  /** Tiles in a row, at least one. */
  int columns() {
    return Math.max(1, width / Math.max(1, cell.width));
  }

  int rows() {
    return (count + columns() - 1) / columns();
  }

  int height() {
    return rows() * cell.height;
  }

  /** Where a tile is; tiles are spread over the whole width. */
  Rectangle bounds(int index) {
    int columns = columns();
    int left = Math.max(0, width - columns * cell.width) / 2;
    return new Rectangle(
        left + index % columns * cell.width,
        index / columns * cell.height,
        cell.width,
        cell.height);
  }

  /** The tile at a point; -1 beside the tiles. */
  int at(Point point) {
    int row = point.y / cell.height;
    int left = Math.max(0, width - columns() * cell.width) / 2;
    int column = Math.floorDiv(point.x - left, cell.width);
    int index = row * columns() + column;
    boolean inside = point.y >= 0 && column >= 0 && column < columns() && index < count;
    return inside ? index : -1;
  }

  /** The first tile of which something is between two heights. */
  int first(int top) {
    return Math.max(0, Math.min(count, Math.floorDiv(top, cell.height) * columns()));
  }

  /** One after the last such tile. */
  int end(int bottom) {
    int rows = Math.floorDiv(bottom + cell.height - 1, cell.height);
    return (int) Math.max(0, Math.min(count, (long) rows * columns()));
  }
}
