package axial.view.part;

import axial.data.Pixels;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.SwingWorker;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows a picture with zoom, pan, window and level, and overlays. Only on the event dispatch
 * thread.
 *
 * <p>Wheel and the keys + and - zoom, 0 or a double click fits; dragging and the arrow keys move;
 * dragging with the right button or with Ctrl changes window (sideways) and level (upwards), as do
 * [ ] and { }; R shows the values as they are. It fires the properties {@value #FRAMING} and
 * {@value #WINDOWING} when the user or the program changes them.
 */
public final class ImageCanvas extends JComponent {

  /** Name of the bound property of {@link #framing()}. */
  public static final String FRAMING = "framing";

  /** Name of the bound property of {@link #windowing()}. */
  public static final String WINDOWING = "windowing";

  private static final long serialVersionUID = 1L;
  private static final int AT_ONCE = 512 * 512;
  private static final Color BACKGROUND = new Color(0x10, 0x10, 0x10);

  private transient @Nullable BufferedImage picture;
  private transient @Nullable BufferedImage shown;
  private transient List<Overlay> overlays = List.of();
  private transient Framing framing = Framing.FIT;
  private transient Windowing windowing = Windowing.NEUTRAL;

  /** An empty canvas. */
  public ImageCanvas() {
    setOpaque(true);
    setFocusable(true);
    setBackground(BACKGROUND);
    int side = 16 * getFontMetrics(UIManager.getFont("Label.font")).getHeight();
    setPreferredSize(new Dimension(side, side));
    setMinimumSize(new Dimension(side / 8, side / 8));
    CanvasInput.install(this);
  }

  /** Makes canvases show the same piece with the same window and level from now on. */
  public static void link(List<ImageCanvas> canvases) {
    for (ImageCanvas from : canvases) {
      from.addPropertyChangeListener(
          FRAMING, event -> canvases.forEach(to -> to.framing(from.framing())));
      from.addPropertyChangeListener(
          WINDOWING, event -> canvases.forEach(to -> to.windowing(from.windowing())));
    }
  }

  /** Shows pixels, fitted, when their size differs from that of the picture before. */
  public void show(Pixels pixels, String name) {
    show(Bitmaps.of(pixels), name);
  }

  /**
   * Shows a picture without overlays. Framing stays when its size is that of the picture before.
   *
   * @param image nobody writes to it any more
   * @param name what it is, for screen readers
   */
  public void show(BufferedImage image, String name) {
    BufferedImage before = picture;
    picture = image;
    overlays = List.of();
    getAccessibleContext().setAccessibleName(name);
    if (before == null || !size(before).equals(size(image))) {
      framing(Framing.FIT);
    }
    prepare();
  }

  /** Shows nothing. */
  public void clear() {
    picture = null;
    shown = null;
    overlays = List.of();
    getAccessibleContext().setAccessibleName("No image");
    framing(Framing.FIT);
    repaint();
  }

  /** Replaces what is laid over the picture, the lowest first. */
  public void overlays(List<Overlay> laid) {
    overlays = List.copyOf(laid);
    repaint();
  }

  /** What is laid over the picture. */
  public List<Overlay> overlays() {
    return overlays;
  }

  /** Changes the opacity of an overlay, 0 to 1; nothing happens when there is none of that name. */
  public void opacity(String overlay, double opacity) {
    overlays(
        overlays.stream()
            .map(one -> one.name().equals(overlay) ? one.withOpacity(opacity) : one)
            .toList());
  }

  /** Which piece is shown. */
  public Framing framing() {
    return framing;
  }

  /** Shows another piece. */
  public void framing(Framing changed) {
    Framing before = framing;
    if (!changed.equals(before)) {
      framing = changed;
      repaint();
      firePropertyChange(FRAMING, before, changed);
    }
  }

  /** Window and level. */
  public Windowing windowing() {
    return windowing;
  }

  /** Changes window and level. */
  public void windowing(Windowing changed) {
    Windowing before = windowing;
    if (!changed.equals(before)) {
      windowing = changed;
      prepare();
      firePropertyChange(WINDOWING, before, changed);
    }
  }

  /** Screen units a pixel of the picture; 1 without a picture. */
  public double scale() {
    BufferedImage image = picture;
    return image == null ? 1 : framing.scale(getSize(), size(image));
  }

  /** The pixel of the picture at a point of the canvas; nothing beside the picture. */
  public Optional<Point> pixelAt(Point2D at) {
    BufferedImage image = picture;
    if (image == null) {
      return Optional.empty();
    }
    try {
      Point2D there = framing.transform(getSize(), size(image)).inverseTransform(at, null);
      int x = (int) Math.floor(there.getX());
      int y = (int) Math.floor(there.getY());
      boolean inside = x >= 0 && y >= 0 && x < image.getWidth() && y < image.getHeight();
      return inside ? Optional.of(new Point(x, y)) : Optional.empty();
    } catch (NoninvertibleTransformException noSize) {
      return Optional.empty();
    }
  }

  /** The picture as it was given; nothing while none is shown. */
  public Optional<BufferedImage> picture() {
    return Optional.ofNullable(picture);
  }

  /** Nearer or farther by a factor, keeping what is under a point. */
  void zoom(double factor, Point2D at) {
    picture().ifPresent(image -> framing(framing.zoomed(factor, at, getSize(), size(image))));
  }

  /** Moves the picture by so many units. */
  void move(double dx, double dy) {
    picture().ifPresent(image -> framing(framing.moved(dx, dy, getSize(), size(image))));
  }

  private void prepare() {
    BufferedImage image = picture;
    if (image == null) {
      return;
    }
    Windowing wanted = windowing;
    if (Bitmaps.isGrey(image) || (long) image.getWidth() * image.getHeight() <= AT_ONCE) {
      shown = Bitmaps.windowed(image, wanted);
      repaint();
      return;
    }
    if (shown == null || !size(shown).equals(size(image))) {
      shown = image;
    }
    new SwingWorker<BufferedImage, Void>() {
      @Override
      protected BufferedImage doInBackground() {
        return Bitmaps.windowed(image, wanted);
      }

      @Override
      protected void done() {
        if (picture == image && windowing.equals(wanted)) {
          try {
            shown = get();
          } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("Window and level could not be applied.", failed);
          }
          repaint();
        }
      }
    }.execute();
  }

  private static Dimension size(BufferedImage image) {
    return new Dimension(image.getWidth(), image.getHeight());
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    try {
      g.setColor(getBackground());
      g.fillRect(0, 0, getWidth(), getHeight());
      BufferedImage image = shown;
      if (image != null) {
        Dimension size = size(image);
        AffineTransform place = framing.transform(getSize(), size);
        double device = place.getScaleX() * Math.abs(g.getTransform().getScaleX());
        g.setRenderingHint(
            RenderingHints.KEY_INTERPOLATION,
            device > 1
                ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
                : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, place, null);
        for (Overlay overlay : overlays) {
          paint(g, overlay, place, size);
        }
      }
      if (isFocusOwner()) {
        g.setComposite(AlphaComposite.SrcOver);
        g.setColor(UIManager.getColor("Component.focusColor"));
        g.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
      }
    } finally {
      g.dispose();
    }
  }

  private static void paint(Graphics2D g, Overlay overlay, AffineTransform place, Dimension size) {
    AffineTransform over = new AffineTransform(place);
    over.scale(
        (double) size.width / overlay.image().getWidth(),
        (double) size.height / overlay.image().getHeight());
    g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) overlay.opacity()));
    g.drawImage(overlay.image(), over, null);
  }

  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext = new AccessibleCanvas();
      accessibleContext.setAccessibleName("No image");
    }
    return accessibleContext;
  }

  private final class AccessibleCanvas extends AccessibleJComponent {
    private static final long serialVersionUID = 1L;

    @Override
    public AccessibleRole getAccessibleRole() {
      return AccessibleRole.CANVAS;
    }
  }
}
