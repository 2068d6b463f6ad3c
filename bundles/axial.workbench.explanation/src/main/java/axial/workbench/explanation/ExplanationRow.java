package axial.workbench.explanation;

import axial.view.form.WrappedText;
import axial.view.part.ImageCanvas;
import axial.view.part.Overlay;
import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.FontMetrics;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What one explainer says of an image: its pictures side by side, and what it says in words. */
final class ExplanationRow extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final String LAID = "explanation";
  private static final String FINDING = "finding";

  private final Map<PictureKind, ImageCanvas> canvases = new EnumMap<>(PictureKind.class);
  private final Map<PictureKind, JLabel> captions = new EnumMap<>(PictureKind.class);
  private final JLabel title = new JLabel();
  private final WrappedText words = new WrappedText("Label.foreground");
  private final JPanel pictures;
  private transient Drawn drawn;

  ExplanationRow(String explainer, Drawn first) {
    super(new MigLayout("insets 0, fill, wrap 1", "[grow, fill]", "[][]rel[grow, fill]"));
    this.drawn = first;
    setOpaque(false);
    setName("explanation.row." + explainer);
    title.setFont(title.getFont().deriveFont(Font.BOLD));
    add(title, "wmin 0");
    words.setName("explanation.words." + explainer);
    add(words, "wmin 0");
    FontMetrics metrics = getFontMetrics(title.getFont());
    pictures = new JPanel(new Squares(metrics.getHeight() / 2, metrics.getHeight() * 3 / 2));
    pictures.setOpaque(false);
    for (PictureKind kind : PictureKind.values()) {
      ImageCanvas canvas = new ImageCanvas();
      canvas.setName("explanation." + kind.id() + "." + explainer);
      JLabel caption = new JLabel();
      caption.setLabelFor(canvas);
      JPanel cell = new JPanel(new BorderLayout(0, metrics.getHeight() / 5));
      cell.setOpaque(false);
      cell.add(canvas);
      cell.add(caption, BorderLayout.SOUTH);
      pictures.add(cell);
      canvases.put(kind, canvas);
      captions.put(kind, caption);
    }
    ImageCanvas.link(new ArrayList<>(canvases.values()));
    add(pictures, "wmin 0, hmin 0");
  }

  /** The component that is exported as a figure. */
  JPanel pictures() {
    return pictures;
  }

  /** All canvases of the row. */
  List<ImageCanvas> canvases() {
    return List.copyOf(canvases.values());
  }

  /** Shows pictures. */
  void show(Drawn shown, String heading, String text, double opacity, boolean finding) {
    drawn = shown;
    title.setText(heading);
    words.setText(text);
    canvases.forEach(
        (kind, canvas) -> {
          String caption = shown.caption(kind);
          if (canvas.picture().filter(shown.scan()::equals).isEmpty()) {
            canvas.show(shown.scan(), caption);
          }
          canvas.getAccessibleContext().setAccessibleName(caption);
          JLabel below = Objects.requireNonNull(captions.get(kind));
          below.setText(kind.title());
          below.setToolTipText(caption);
        });
    lay(opacity, finding);
  }

  /** Lays the overlays of the shown pictures anew. */
  void lay(double opacity, boolean finding) {
    canvases.forEach(
        (kind, canvas) -> {
          List<Overlay> laid = new ArrayList<>();
          if (drawn.overlays().containsKey(kind)) {
            laid.add(
                new Overlay(LAID, Objects.requireNonNull(drawn.overlays().get(kind)), opacity));
          }
          if (finding && drawn.sample().mask().isPresent()) {
            laid.add(new Overlay(FINDING, drawn.finding(), 1));
          }
          canvas.overlays(laid);
        });
  }
}
