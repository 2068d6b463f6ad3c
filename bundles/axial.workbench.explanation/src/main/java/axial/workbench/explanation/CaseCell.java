package axial.workbench.explanation;

import axial.data.Sample;
import axial.view.form.Sign;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GridLayout;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;

/** A test image in the list: its picture, its name, and what the network said. */
final class CaseCell extends JPanel implements ListCellRenderer<RunCase> {

  private static final long serialVersionUID = 1L;

  private final transient Map<Sample, BufferedImage> pictures;
  private final JLabel picture = new JLabel();
  private final JLabel name = new JLabel();
  private final JLabel said = new JLabel();
  private final JLabel truth = new JLabel();
  private final JPanel words = new JPanel();

  CaseCell(Map<Sample, BufferedImage> pictures) {
    super(new BorderLayout());
    this.pictures = pictures;
    int gap = name.getFontMetrics(name.getFont()).getHeight() / 3;
    ((BorderLayout) getLayout()).setHgap(2 * gap);
    setBorder(BorderFactory.createEmptyBorder(gap / 2, gap, gap / 2, gap));
    words.setLayout(new GridLayout(3, 1));
    words.setOpaque(false);
    words.add(name);
    words.add(said);
    words.add(truth);
    add(picture, BorderLayout.WEST);
    add(words);
  }

  /** Lays itself out where it has no window yet, such as for a picture of the view. */
  @Override
  public void validate() {
    doLayout();
    words.doLayout();
  }

  @Override
  public Component getListCellRendererComponent(
      JList<? extends RunCase> list, RunCase one, int index, boolean selected, boolean focus) {
    setBackground(selected ? list.getSelectionBackground() : list.getBackground());
    for (JLabel label : new JLabel[] {name, said, truth}) {
      label.setForeground(selected ? list.getSelectionForeground() : list.getForeground());
    }
    int side = getFontMetrics(name.getFont()).getHeight() * 3;
    picture.setIcon(new Scan(pictures.get(one.sample()), side));
    String source = one.sample().source();
    name.setText(source.substring(source.lastIndexOf('/') + 1));
    said.setIcon(one.right() ? null : Sign.ERROR);
    said.setText(
        (one.right() ? "Rightly " : "Wrong: ")
            + String.format(
                Locale.ROOT, "\"%s\" %.2f", one.labels().name(one.decided()), one.probability()));
    truth.setText(one.right() ? " " : "labelled \"" + one.labels().name(one.truth()) + "\"");
    setToolTipText(source);
    getAccessibleContext().setAccessibleName(source + ", " + one.words());
    return this;
  }

  /** A picture in a square; an empty one while it is not read yet. */
  record Scan(@org.jspecify.annotations.Nullable BufferedImage image, int side) implements Icon {
    @Override
    public void paintIcon(Component on, Graphics graphics, int x, int y) {
      Graphics2D g = (Graphics2D) graphics.create();
      g.setColor(java.awt.Color.BLACK);
      g.fillRect(x, y, side, side);
      if (image != null) {
        g.setRenderingHint(
            RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        double scale = (double) side / Math.max(image.getWidth(), image.getHeight());
        int width = (int) Math.round(image.getWidth() * scale);
        int height = (int) Math.round(image.getHeight() * scale);
        g.drawImage(image, x + (side - width) / 2, y + (side - height) / 2, width, height, null);
      }
      g.dispose();
    }

    @Override
    public int getIconWidth() {
      return side;
    }

    @Override
    public int getIconHeight() {
      return side;
    }
  }
}
