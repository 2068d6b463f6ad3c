package axial.workbench.explanation;

import axial.data.Labels;
import axial.explain.Explanation;
import axial.explain.Explanation.Weight;
import axial.run.ExplainedSample;
import axial.view.figure.Figure;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The pictures of an explanation on paper.
 *
 * @param drawn the pictures
 * @param labels the classes
 * @param id of the run
 * @param stamp what must be said with the figures of the run; empty when nothing must
 * @param opacity of what lies over the scan, in [0, 1]
 * @param finding whether the finding is outlined
 */
record ExplanationFigure(
    Drawn drawn, Labels labels, String id, String stamp, double opacity, boolean finding)
    implements Figure {

  private static final int SIDE = 144;
  private static final int GAP = 8;
  private static final int CAPTION = 30;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 8);

  /** The same with the opacity and the outline that the window shows. */
  ExplanationFigure shownWith(double otherOpacity, boolean outlined) {
    return new ExplanationFigure(drawn, labels, id, stamp, otherOpacity, outlined);
  }

  private ExplainedSample sample() {
    return drawn.sample();
  }

  @Override
  public String name() {
    return "explanation-" + sample().explanation().explainer();
  }

  @Override
  public String caption() {
    Explanation e = sample().explanation();
    String settings = ExplanationWords.settings(sample(), "=");
    return String.format(
        Locale.ROOT,
        "Run %s, image %s, %s%s%s",
        id,
        sample().sample().source(),
        ExplanationWords.title(sample(), labels),
        settings.isEmpty() ? "." : "; " + e.explainer() + " with " + settings + ".",
        stamp.isEmpty() ? "" : " " + stamp);
  }

  @Override
  public Optional<String> run() {
    return Optional.of(id);
  }

  @Override
  public Dimension size() {
    int count = PictureKind.values().length;
    return new Dimension(count * SIDE + (count - 1) * GAP, SIDE + CAPTION);
  }

  @Override
  public void paint(Graphics2D graphics, Dimension size) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, size.width, size.height);
    g.scale(size.getWidth() / size().width, size.getHeight() / size().height);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    int x = 0;
    for (PictureKind kind : PictureKind.values()) {
      picture(g, drawn.scan(), x);
      if (drawn.overlays().containsKey(kind)) {
        Composite before = g.getComposite();
        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
        picture(g, Objects.requireNonNull(drawn.overlays().get(kind)), x);
        g.setComposite(before);
      }
      if (finding && sample().mask().isPresent()) {
        picture(g, drawn.finding(), x);
      }
      caption(g, drawn.caption(kind), x);
      x += SIDE + GAP;
    }
    g.dispose();
  }

  /** Keeps the picture's proportions. */
  private static void picture(Graphics2D g, BufferedImage image, int x) {
    double scale = (double) SIDE / Math.max(image.getWidth(), image.getHeight());
    int width = (int) Math.round(image.getWidth() * scale);
    int height = (int) Math.round(image.getHeight() * scale);
    g.drawImage(image, x, 0, width, height, null);
  }

  /** Breaks the words into two lines where one is too short. */
  private static void caption(Graphics2D g, String words, int x) {
    g.setColor(Color.BLACK);
    g.setFont(FONT);
    FontMetrics metrics = g.getFontMetrics();
    int y = SIDE + metrics.getAscent() + 2;
    StringBuilder line = new StringBuilder();
    for (String word : words.split(" ", -1)) {
      if (metrics.stringWidth(line + " " + word) > SIDE && !line.isEmpty()) {
        g.drawString(line.toString(), x, y);
        y += metrics.getHeight();
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    g.drawString(line.toString(), x, y);
  }

  @Override
  public List<List<String>> data() {
    Explanation e = sample().explanation();
    int[] areas = new int[e.regions().count()];
    for (int number : e.regions().numbers()) {
      areas[number]++;
    }
    int[] middles = e.regions().middles();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("rank", "region", "weight", "speaks", "pixels", "middle_row", "middle_column"));
    int rank = 1;
    for (Weight weight : e.weights()) {
      int middle = middles[weight.region()];
      rows.add(
          List.of(
              Integer.toString(rank++),
              Integer.toString(weight.region()),
              Double.toString(weight.value()),
              weight.value() > 0 ? "for" : weight.value() < 0 ? "against" : "neither",
              Integer.toString(areas[weight.region()]),
              Integer.toString(middle / e.regions().width()),
              Integer.toString(middle % e.regions().width())));
    }
    return rows;
  }

  @Override
  public String methods() {
    return ExplanationWords.methods(sample(), labels, id);
  }
}
