package axial.workbench.data.split;

import axial.run.Prepared;
import axial.view.figure.Figure;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** The split for a paper. */
final class SplitFigure implements Figure {

  private static final int WIDTH = 400;
  private static final int ROW = 40;
  private static final int HEADING = 26;
  private static final int FONT = 10;
  private static final int MARGIN = 8;

  private final SplitBars bars;
  private final Prepared prepared;
  private final List<SplitBars.Row> rows;

  SplitFigure(SplitBars bars, Prepared prepared) {
    this.bars = bars;
    this.prepared = prepared;
    this.rows = SplitBars.rows(prepared.split(), prepared.dataset().labels());
  }

  @Override
  public String name() {
    return "split";
  }

  @Override
  public String caption() {
    return "Images of %s by class and part. %s"
        .formatted(prepared.dataset().name(), prepared.leaks().text());
  }

  @Override
  public Dimension size() {
    return new Dimension(WIDTH, HEADING + rows.size() * ROW + 2 * MARGIN);
  }

  @Override
  public void paint(Graphics2D graphics, Dimension size) {
    graphics.translate(MARGIN, MARGIN);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, FONT));
    bars.paint(graphics, size.width - 2 * MARGIN, Color.BLACK, Color.DARK_GRAY);
  }

  @Override
  public List<List<String>> data() {
    List<List<String>> data = new ArrayList<>();
    data.add(List.of("class", "train", "validation", "test"));
    for (SplitBars.Row row : rows) {
      data.add(
          List.of(
              row.name(),
              Integer.toString(row.counts()[0]),
              Integer.toString(row.counts()[1]),
              Integer.toString(row.counts()[2])));
    }
    return data;
  }

  @Override
  public String methods() {
    return "The %d images of %s were split into %d for training, %d for validation and %d for testing, %s. %s"
        .formatted(
            prepared.dataset().samples().size(),
            prepared.dataset().name(),
            prepared.split().train().size(),
            prepared.split().validation().size(),
            prepared.split().test().size(),
            "after %d duplicates were taken out".formatted(prepared.removed().size()),
            prepared.leaks().text());
  }
}
