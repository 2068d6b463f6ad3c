package axial.workbench.data.duplicates;

import axial.data.Sample;
import axial.view.part.ImageCanvas;
import axial.workbench.data.work.ClassColours;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** One picture of a group, with what becomes of it. */
final class Tile extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final String APART = "Not a duplicate";

  private final ImageCanvas canvas = new ImageCanvas();
  private final JLabel className = new JLabel();
  private final JLabel fate = new JLabel();
  private final JButton keep = new JButton("Keep this");
  private final JButton exclude = new JButton("Exclude");
  private final JButton apart = new JButton(APART);
  private final transient Sample sample;

  /** What a user can do with it. */
  record Acts(
      Runnable focus, Optional<Runnable> keep, Runnable exclude, Optional<Runnable> apart) {}

  Tile(int number, Sample sample, Acts acts) {
    super(
        new MigLayout("insets 0, fill, wrap 1, hidemode 3", "[grow, fill]", "[][grow, fill][][]"));
    this.sample = sample;
    canvas.setName("duplicates.canvas." + number);
    JLabel name = new JLabel(number + "  " + sample.source());
    name.setToolTipText(sample.source());
    fate.setName("duplicates.fate." + number);
    canvas.addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusGained(FocusEvent event) {
            acts.focus().run();
          }
        });
    keep.setName("duplicates.keep." + number);
    keep.setToolTipText("Use this one of its group (key " + number + ")");
    keep.setVisible(acts.keep().isPresent());
    acts.keep().ifPresent(act -> keep.addActionListener(event -> act.run()));
    exclude.setName("duplicates.exclude." + number);
    exclude.addActionListener(event -> acts.exclude().run());
    apart.setName("duplicates.apart." + number);
    apart.setToolTipText("Keep it beside the others: it is another picture (Shift+N)");
    apart.setVisible(acts.apart().isPresent());
    acts.apart().ifPresent(act -> apart.addActionListener(event -> act.run()));
    JPanel words = new JPanel(new MigLayout("insets 0, fillx", "[][grow, fill]"));
    words.add(className);
    words.add(fate, "wmin 0");
    JPanel buttons = new JPanel(new MigLayout("insets 0, gap rel, hidemode 3"));
    buttons.add(keep);
    buttons.add(exclude);
    buttons.add(apart);
    add(name, "wmin 0");
    add(canvas, "wmin 0, hmin 0");
    add(words, "wmin 0");
    add(buttons, "wmin 0");
  }

  ImageCanvas canvas() {
    return canvas;
  }

  Sample sample() {
    return sample;
  }

  void picture(BufferedImage picture) {
    canvas.show(picture, sample.source());
  }

  /** Says what becomes of it; nothing of neighbours, which are no duplicates. */
  void tell(int label, String labelName, Optional<Review.Fate> becomes, boolean excluded) {
    className.setText(labelName);
    className.setIcon(new Dot(ClassColours.of(label)));
    boolean stays = becomes.filter(Review.Fate::stays).isPresent();
    boolean another = becomes.filter(f -> f == Review.Fate.DISTINCT).isPresent();
    fate.setText(
        becomes
            .map(f -> (stays ? "\u2713 " : "\u2013 ") + f.words())
            .orElse(excluded ? "excluded" : ""));
    fate.setFont(fate.getFont().deriveFont(stays ? Font.BOLD : Font.PLAIN));
    fate.setForeground(UIManager.getColor(stays ? "Label.foreground" : "Label.disabledForeground"));
    keep.setEnabled(!stays);
    apart.setText(another ? "Duplicate after all" : APART);
    exclude.setText(excluded ? "Take in again" : "Exclude");
  }

  private static final class Dot implements Icon {
    private final Color colour;

    Dot(Color colour) {
      this.colour = colour;
    }

    @Override
    public void paintIcon(Component on, Graphics graphics, int x, int y) {
      graphics.setColor(colour);
      graphics.fillRect(x, y, getIconWidth(), getIconHeight());
    }

    @Override
    public int getIconWidth() {
      return UIManager.getFont("Label.font").getSize() * 2 / 3;
    }

    @Override
    public int getIconHeight() {
      return getIconWidth();
    }
  }
}
