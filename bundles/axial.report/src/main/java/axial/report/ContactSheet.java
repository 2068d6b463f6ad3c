package axial.report;

import axial.run.Preview;
import axial.run.PreviewWriter;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Draws images in rows: first each as it is, then its variations. */
@Component
public final class ContactSheet implements PreviewWriter {

  private static final int CELL = 160;
  private static final int GAP = 6;
  private static final int MARGIN = 16;
  private static final Color PAPER = Color.WHITE;
  private static final Color INK = new Color(0x1B1F24);
  private static final Color SOFT = new Color(0x57606A);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final int LINE = 17;
  private static final String FINDING = "A blue outline is the finding. ";
  private static final String NOTICE = "Research software, not a medical device.";

  @Override
  public void write(Preview preview, Path file) {
    WholeFile.write(file, Pictures.png(draw(preview)));
  }

  /** The sheet; where Java has no font, without words. */
  static BufferedImage draw(Preview preview) {
    List<List<BufferedImage>> cells = new ArrayList<>();
    for (Preview.Row row : preview.rows()) {
      cells.add(row.pictures().stream().map(ContactSheet::cell).toList());
    }
    BufferedImage first = cells.get(0).get(0);
    boolean words = Pictures.canWrite();
    Layout layout =
        new Layout(
            first.getWidth(),
            first.getHeight(),
            cells.size(),
            cells.get(0).size(),
            words ? LINE : 0,
            words ? headLines(preview, cells.get(0).size(), first.getWidth()) : List.of());
    BufferedImage sheet =
        new BufferedImage(layout.width(), layout.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(PAPER);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int row = 0; row < cells.size(); row++) {
      for (int column = 0; column < cells.get(row).size(); column++) {
        graphics.drawImage(cells.get(row).get(column), layout.left(column), layout.top(row), null);
      }
    }
    if (words) {
      write(graphics, preview, layout);
    }
    graphics.dispose();
    return sheet;
  }

  private record Layout(
      int cellWidth, int cellHeight, int rows, int columns, int line, List<String> head) {

    int width() {
      return 2 * MARGIN + widthOf(columns, cellWidth);
    }

    static int widthOf(int columns, int cellWidth) {
      return columns * (cellWidth + GAP) - GAP;
    }

    int height() {
      return top(rows - 1) + cellHeight + MARGIN;
    }

    int left(int column) {
      return MARGIN + column * (cellWidth + GAP);
    }

    /** Of the pictures of a row, which have their caption above them. */
    int top(int row) {
      int first = MARGIN + head.size() * line + 2 * line + (line == 0 ? 0 : GAP);
      return first + row * (cellHeight + GAP + line);
    }
  }

  /**
   * At least 160 pixels on its longer side where that takes a whole factor; shrunk to twice that.
   */
  private static BufferedImage cell(Preview.Picture picture) {
    BufferedImage painted = Pictures.outlined(picture.image(), picture.mask(), CELL);
    int longer = Math.max(painted.getWidth(), painted.getHeight());
    if (longer <= 2 * CELL) {
      return painted;
    }
    double share = 2.0 * CELL / longer;
    int width = Math.max(1, (int) (painted.getWidth() * share));
    int height = Math.max(1, (int) (painted.getHeight() * share));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(painted, 0, 0, width, height, null);
    graphics.dispose();
    return small;
  }

  private static List<String> headLines(Preview preview, int columns, int cellWidth) {
    FontMetrics metrics = metrics(TEXT);
    int room = Layout.widthOf(columns, cellWidth);
    List<String> lines = new ArrayList<>();
    lines.add("Augmentation of " + preview.data() + ", seed " + preview.seed());
    lines.addAll(wrapped(String.join("; ", preview.augmenters()), metrics, room));
    preview.cautions().forEach(c -> lines.addAll(wrapped("Caution: " + c, metrics, room)));
    boolean finding =
        preview.rows().stream().anyMatch(row -> row.pictures().get(0).mask().isPresent());
    lines.addAll(wrapped((finding ? FINDING : "") + NOTICE, metrics, room));
    return lines;
  }

  private static FontMetrics metrics(Font font) {
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    FontMetrics metrics = graphics.getFontMetrics(font);
    graphics.dispose();
    return metrics;
  }

  private static List<String> wrapped(String text, FontMetrics metrics, int room) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && metrics.stringWidth(longer) > room) {
        lines.add(line);
        longer = word;
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }

  private static void write(Graphics2D graphics, Preview preview, Layout layout) {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    FontMetrics metrics = graphics.getFontMetrics(TEXT);
    int baseline = MARGIN + metrics.getAscent();
    for (String line : layout.head()) {
      graphics.setFont(baseline == MARGIN + metrics.getAscent() ? TITLE : TEXT);
      graphics.setColor(INK);
      graphics.drawString(line, MARGIN, baseline);
      baseline += LINE;
    }
    graphics.setFont(TEXT);
    graphics.setColor(SOFT);
    for (int column = 0; column < layout.columns(); column++) {
      String name = column == 0 ? "original" : "epoch " + column;
      graphics.drawString(name, layout.left(column), layout.top(0) - LINE - GAP);
    }
    graphics.setColor(INK);
    int room = layout.width() - 2 * MARGIN;
    for (int row = 0; row < layout.rows(); row++) {
      Preview.Row shown = preview.rows().get(row);
      graphics.drawString(
          fitting(shown.source(), "  (" + shown.className() + ")", metrics, room),
          MARGIN,
          layout.top(row) - GAP + 1);
    }
  }

  /** A path that is too long loses its beginning. */
  private static String fitting(String path, String end, FontMetrics metrics, int room) {
    String text = path + end;
    for (int cut = 1; metrics.stringWidth(text) > room && cut < path.length(); cut++) {
      text = "…" + path.substring(cut) + end;
    }
    return text;
  }
}
