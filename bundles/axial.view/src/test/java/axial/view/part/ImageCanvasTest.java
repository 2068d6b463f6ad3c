package axial.view.part;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Image;
import axial.data.Pixels;
import axial.data.Shape;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;

class ImageCanvasTest {

  private static final int SIDE = 80;
  private static final Pixels FOUR =
      new Pixels(2, 2, 1, new byte[] {0, 100, (byte) 200, (byte) 255});

  @Test
  void picturesAreFittedAndPixelsStaySharpWhenEnlarged() throws Exception {
    BufferedImage painted = edt(() -> paint(canvas(FOUR)));
    assertThat(grey(painted, 39, 10)).isZero();
    assertThat(grey(painted, 41, 10)).isEqualTo(100);
    assertThat(grey(painted, 10, 70)).isEqualTo(200);
    assertThat(grey(painted, 70, 70)).isEqualTo(255);
  }

  @Test
  void whatIsUnderThePointerStaysThereWhenZoomed() {
    Dimension canvas = new Dimension(200, 100);
    Dimension picture = new Dimension(50, 50);
    Point2D at = new Point2D.Double(120, 40);
    Framing near = Framing.FIT.zoomed(3, at, canvas, picture);
    assertThat(near.scale(canvas, picture)).isEqualTo(6);
    assertThat(pixel(near, at, canvas, picture)).isEqualTo(pixel(Framing.FIT, at, canvas, picture));
  }

  @Test
  void keysZoomMoveWindowAndReset() throws Exception {
    edt(
        () -> {
          ImageCanvas canvas = canvas(FOUR);
          press(canvas, "typed +");
          assertThat(canvas.scale()).isEqualTo(50);
          press(canvas, "RIGHT");
          assertThat(canvas.framing().x()).isGreaterThan(1);
          press(canvas, "typed 0");
          assertThat(canvas.framing()).isEqualTo(Framing.FIT);
          press(canvas, "typed [");
          press(canvas, "typed }");
          assertThat(canvas.windowing()).isEqualTo(new Windowing(247, 136));
          press(canvas, "typed r");
          assertThat(canvas.windowing()).isEqualTo(Windowing.NEUTRAL);
          return true;
        });
  }

  @Test
  void windowAndLevelSpreadTheValuesBetweenBlackAndWhite() throws Exception {
    BufferedImage painted =
        edt(
            () -> {
              ImageCanvas canvas = canvas(FOUR);
              canvas.windowing(new Windowing(100, 150));
              return paint(canvas);
            });
    assertThat(grey(painted, 60, 20)).isZero();
    assertThat(grey(painted, 20, 60)).isEqualTo(255);
    assertThat(new Windowing(100, 150).table()[150] & 0xFF).isEqualTo(128);
  }

  @Test
  void colourPicturesAreWindowedToo() throws Exception {
    byte[] pixel = {50, 100, (byte) 150};
    BufferedImage painted =
        edt(
            () -> {
              ImageCanvas canvas = canvas(new Pixels(1, 1, 3, pixel));
              canvas.windowing(new Windowing(100, 100));
              return paint(canvas);
            });
    assertThat(new Color(painted.getRGB(40, 40))).isEqualTo(new Color(0, 128, 255));
  }

  @Test
  void overlaysCoverByTheirOpacity() throws Exception {
    Image mask = new Image(new Shape(1, 2, 1), new float[] {1, 0});
    BufferedImage painted =
        edt(
            () -> {
              ImageCanvas canvas = canvas(FOUR);
              canvas.overlays(List.of(new Overlay("mask", Bitmaps.mask(mask, Color.RED), 1)));
              canvas.opacity("mask", 0.5);
              return paint(canvas);
            });
    assertThat(new Color(painted.getRGB(10, 10)).getRed()).isBetween(126, 129);
    assertThat(new Color(painted.getRGB(70, 10))).isEqualTo(new Color(100, 100, 100));
  }

  @Test
  void linkedCanvasesShowTheSamePiece() throws Exception {
    edt(
        () -> {
          ImageCanvas one = canvas(FOUR);
          ImageCanvas other = canvas(FOUR);
          ImageCanvas.link(List.of(one, other));
          other.framing(new Framing(false, 9, 1, 1));
          one.windowing(new Windowing(20, 30));
          assertThat(one.framing()).isEqualTo(other.framing());
          assertThat(other.windowing()).isEqualTo(new Windowing(20, 30));
          return true;
        });
  }

  @Test
  void thePixelUnderAPointIsKnownAndNothingBesideThePicture() throws Exception {
    edt(
        () -> {
          ImageCanvas canvas = canvas(FOUR);
          canvas.setSize(2 * SIDE, SIDE);
          assertThat(canvas.pixelAt(new Point(SIDE + 1, SIDE - 1)))
              .isEqualTo(Optional.of(new Point(1, 1)));
          assertThat(canvas.pixelAt(new Point(1, 1))).isEmpty();
          assertThat(canvas.getAccessibleContext().getAccessibleName()).isEqualTo("four");
          return true;
        });
  }

  private static ImageCanvas canvas(Pixels pixels) {
    ImageCanvas canvas = new ImageCanvas();
    canvas.setSize(SIDE, SIDE);
    canvas.show(pixels, "four");
    return canvas;
  }

  private static BufferedImage paint(ImageCanvas canvas) {
    BufferedImage painted = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = painted.createGraphics();
    canvas.paint(graphics);
    graphics.dispose();
    return painted;
  }

  private static void press(ImageCanvas canvas, String stroke) {
    Object name = canvas.getInputMap().get(KeyStroke.getKeyStroke(stroke));
    canvas.getActionMap().get(name).actionPerformed(new ActionEvent(canvas, 0, stroke));
  }

  private static Point pixel(Framing framing, Point2D at, Dimension canvas, Dimension picture) {
    AffineTransform place = framing.transform(canvas, picture);
    double x = (at.getX() - place.getTranslateX()) / place.getScaleX();
    double y = (at.getY() - place.getTranslateY()) / place.getScaleY();
    return new Point((int) Math.round(x * 1000), (int) Math.round(y * 1000));
  }

  private static int grey(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xFF;
  }

  private static <T> T edt(Callable<T> act) throws Exception {
    FutureTask<T> task = new FutureTask<>(act);
    EventQueue.invokeAndWait(task);
    return task.get();
  }
}
