package axial.workbench.data.image;

import axial.data.Pixels;
import axial.data.Sample;
import axial.view.Desk;
import axial.view.Part;
import axial.view.Picked;
import axial.view.Subscription;
import axial.view.part.Bitmaps;
import axial.view.part.EmptyPanel;
import axial.view.part.Framing;
import axial.view.part.ImageCanvas;
import axial.view.part.Overlay;
import axial.view.part.Windowing;
import axial.workbench.data.work.Found;
import axial.workbench.data.work.LatestOnly;
import axial.workbench.data.work.Workset;
import java.awt.CardLayout;
import java.awt.Color;
import java.awt.Font;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** The selected image. */
final class ImagePart implements Part {

  private static final String MASK = "mask";
  private static final Color MASK_COLOUR = new Color(0xE6, 0x9F, 0x00);

  private final Desk desk;
  private final Workset work;
  private final Subscription watching;
  private final LatestOnly reading = new LatestOnly("axial-data-image");
  private final CardLayout cards = new CardLayout();
  private final JPanel panel = new JPanel(cards);
  private final ImageCanvas canvas = new ImageCanvas();
  private final JLabel name = new JLabel(" ");
  private final JLabel state = new JLabel(" ");
  private final JPanel facts =
      new JPanel(new MigLayout("insets 0, fillx, wrap 2, gapy 2lp", "[]unrel[grow, fill]"));
  private final JPanel maskRow = new JPanel(new MigLayout("insets 0, fillx", "[]rel[grow, fill]"));
  private final JSlider mask = new JSlider(0, 100, 35);
  private Optional<Sample> shown = Optional.empty();

  private record Read(BufferedImage picture, Optional<BufferedImage> mask) {}

  ImagePart(Desk desk, Workset work) {
    this.desk = desk;
    this.work = work;
    build();
    this.watching = work.watch(this::follow);
    desk.data().watch(data -> work.follow(desk, data));
    desk.picked().watch(picked -> follow());
  }

  private void build() {
    panel.setName("data.image");
    canvas.setName("image.canvas");
    canvas.addPropertyChangeListener(ImageCanvas.FRAMING, event -> tellState());
    canvas.addPropertyChangeListener(ImageCanvas.WINDOWING, event -> tellState());
    canvas.addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            tellState();
          }
        });
    canvas.setToolTipText(
        "Wheel: zoom. Drag: move. Right drag or [ ] { }: window and level. 0: fit. R: reset.");
    name.setFont(name.getFont().deriveFont(Font.BOLD));
    state.setName("image.state");
    state.setForeground(UIManager.getColor("Label.disabledForeground"));
    mask.setName("image.mask");
    mask.getAccessibleContext().setAccessibleName("Opacity of the mask");
    mask.addChangeListener(event -> canvas.opacity(MASK, mask.getValue() / 100.0));
    JLabel maskLabel = new JLabel("Mask");
    maskLabel.setLabelFor(mask);
    maskRow.add(maskLabel);
    maskRow.add(mask, "wmin 0");
    JButton reset = new JButton("Reset");
    reset.setName("image.reset");
    reset.setToolTipText("Fit the image, and show its values as they are");
    reset.addActionListener(
        event -> {
          canvas.framing(Framing.FIT);
          canvas.windowing(Windowing.NEUTRAL);
        });
    JPanel view = new JPanel(new MigLayout("insets 0, fillx", "[grow, fill]rel[]"));
    view.add(state, "wmin 0");
    view.add(reset);
    facts.setName("image.facts");
    JPanel whole =
        new JPanel(
            new MigLayout(
                "insets rel, fill, wrap 1, hidemode 3", "[grow, fill]", "[][grow, fill][][][]"));
    whole.add(name, "wmin 0");
    whole.add(canvas, "wmin 0, hmin 0");
    whole.add(view, "wmin 0");
    whole.add(maskRow, "wmin 0");
    whole.add(facts, "wmin 0");
    panel.add(
        new EmptyPanel(
            "No image is selected",
            "Select an image in the gallery to see it here at any size, with its class, its group"
                + " and its part of the split."),
        "empty");
    panel.add(whole, "image");
  }

  private void follow() {
    Optional<Found> found = work.found();
    Optional<Sample> sample =
        desk.picked().get().map(Picked::source).flatMap(s -> found.flatMap(f -> f.sample(s)));
    cards.show(panel, sample.isPresent() ? "image" : "empty");
    if (sample.isPresent() && found.isPresent()) {
      tellFacts(found.get(), sample.get());
      if (!sample.equals(shown)) {
        read(found.get(), sample.get());
      }
    } else {
      reading.drop();
      canvas.clear();
    }
    shown = sample;
  }

  private void read(Found found, Sample sample) {
    reading.submit(
        stale -> {
          Pixels pixels = found.dataset().pixels().read(sample);
          Optional<Pixels> where = found.dataset().pixels().mask(sample).filter(ImagePart::some);
          return new Read(Bitmaps.of(pixels), where.map(m -> Bitmaps.mask(m, MASK_COLOUR)));
        },
        read -> {
          canvas.show(read.picture(), sample.source());
          maskRow.setVisible(read.mask().isPresent());
          read.mask()
              .ifPresent(
                  m -> canvas.overlays(List.of(new Overlay(MASK, m, mask.getValue() / 100.0))));
          tellState();
        },
        failed -> {
          canvas.clear();
          desk.tell(Workset.problem(failed));
        });
  }

  private static boolean some(Pixels mask) {
    for (byte value : mask.data()) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }

  private void tellFacts(Found found, Sample sample) {
    name.setText(sample.source());
    name.setToolTipText(sample.source());
    facts.removeAll();
    Map<String, String> all =
        Facts.of(
            found,
            work.marks(),
            sample,
            work.split().flatMap(split -> split.part(sample.source())));
    all.forEach(
        (key, value) -> {
          JLabel title = new JLabel(key);
          title.setForeground(UIManager.getColor("Label.disabledForeground"));
          JLabel words = new JLabel(value);
          words.setName("image.fact." + key);
          words.setToolTipText(value);
          facts.add(title);
          facts.add(words, "wmin 0");
        });
    facts.revalidate();
    facts.repaint();
  }

  private void tellState() {
    Windowing windowing = canvas.windowing();
    state.setText(
        "%.0f %%, window %d, level %d"
            .formatted(100 * canvas.scale(), windowing.window(), windowing.level()));
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public void close() {
    watching.cancel();
    reading.close();
  }
}
