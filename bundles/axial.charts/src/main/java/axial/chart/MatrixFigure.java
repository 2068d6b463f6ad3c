package axial.chart;

import axial.view.figure.Figure;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A matrix as a figure for paper. Asked on the event dispatch thread. */
public final class MatrixFigure implements Figure {

  private static final int SIDE = 340;

  private final String name;
  private final Supplier<Words> words;

  /**
   * What the figure shows now, and what is said of it.
   *
   * @param run id of its run
   * @param caption one sentence with that id
   * @param data rows of cells, the names of the columns first
   * @param methods sentences for the methods section of a paper
   */
  public record Words(
      MatrixCells cells, String run, String caption, List<List<String>> data, String methods) {
    /** Copies the rows. */
    public Words {
      data = List.copyOf(data);
    }
  }

  /**
   * A figure that is asked for its words when it is exported.
   *
   * @param name short lower-case name for files, such as {@code confusion-matrix}
   */
  public MatrixFigure(String name, Supplier<Words> words) {
    this.name = name;
    this.words = words;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String caption() {
    return words.get().caption();
  }

  @Override
  public Optional<String> run() {
    return Optional.of(words.get().run());
  }

  @Override
  public Dimension size() {
    int more = Math.max(0, words.get().cells().size() - 4);
    return new Dimension(SIDE + 60 + more * 50, SIDE + more * 50);
  }

  @Override
  public void paint(Graphics2D graphics, Dimension size) {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, size.width, size.height);
    ChartTheme theme = ChartTheme.paper();
    new MatrixPainter(words.get().cells(), theme, graphics.getFontMetrics(theme.font()), size)
        .paint(graphics);
  }

  @Override
  public List<List<String>> data() {
    return words.get().data();
  }

  @Override
  public String methods() {
    return words.get().methods();
  }
}
