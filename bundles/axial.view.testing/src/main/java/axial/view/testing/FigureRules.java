package axial.view.testing;

import axial.view.figure.Figure;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds for each figure of each view. On the event dispatch thread. */
public final class FigureRules {

  private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

  private FigureRules() {}

  /**
   * Checks that a figure can be exported: a name for files, a table with a head, ink, and the run
   * in everything that is said of it.
   *
   * @param run id of the run that it must name
   */
  public static void check(Figure figure, String run) {
    check(figure);
    require(figure, figure.run().filter(run::equals).isPresent(), "names no run");
    require(figure, figure.caption().contains(run), "has a caption without its run");
    require(figure, figure.methods().contains(run), "has methods without its run");
  }

  /** The same for one that is about no run. */
  public static void check(Figure figure) {
    require(figure, figure.name().matches(NAME), "has a name that is none for files");
    require(figure, !figure.caption().isBlank(), "has no caption");
    require(figure, !figure.methods().isBlank(), "has no methods");
    List<List<String>> rows = figure.data();
    require(figure, rows.size() > 1, "has no data");
    Set<String> head = new HashSet<>(rows.get(0));
    require(
        figure,
        head.size() == rows.get(0).size() && head.stream().noneMatch(String::isBlank),
        "has columns without a name of their own");
    require(
        figure,
        head.stream().noneMatch(FigureRules::isNumber),
        "has numbers where the names of its columns should be");
    require(
        figure,
        rows.stream().allMatch(row -> row.size() == rows.get(0).size()),
        "has rows of other lengths than its head");
    require(figure, hasInk(figure), "draws nothing");
  }

  /** Checks that each drawing in a view, as known by its type, was offered as a figure. */
  public static void checkAllOffered(TestDesk desk, Container view, Class<?>... drawings) {
    for (Component child : view.getComponents()) {
      for (Class<?> drawing : drawings) {
        if (drawing.isInstance(child) && !desk.drawn.contains(child)) {
          throw new AssertionError("The drawing " + child.getName() + " cannot be exported");
        }
      }
      if (child instanceof Container container) {
        checkAllOffered(desk, container, drawings);
      }
    }
  }

  private static boolean isNumber(String text) {
    return text.matches("[-+]?\\d+(\\.\\d+)?");
  }

  private static boolean hasInk(Figure figure) {
    Dimension size = figure.size();
    BufferedImage image = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    figure.paint(graphics, size);
    graphics.dispose();
    int first = image.getRGB(0, 0);
    for (int y = 0; y < size.height; y++) {
      for (int x = 0; x < size.width; x++) {
        if (image.getRGB(x, y) != first) {
          return true;
        }
      }
    }
    return false;
  }

  private static void require(Figure figure, boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("The figure " + figure.name() + " " + what);
    }
  }
}
