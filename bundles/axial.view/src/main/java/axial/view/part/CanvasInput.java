package axial.view.part;

import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/** Mouse and keys of a canvas. */
final class CanvasInput extends MouseAdapter implements FocusListener {

  private static final double STEP = 1.25;
  private static final double NOTCH = 1.15;
  private static final int WINDOW_STEP = 8;

  private final ImageCanvas canvas;
  private Point last = new Point();
  private boolean dragged;

  private CanvasInput(ImageCanvas canvas) {
    this.canvas = canvas;
  }

  static void install(ImageCanvas canvas) {
    CanvasInput input = new CanvasInput(canvas);
    canvas.addMouseListener(input);
    canvas.addMouseMotionListener(input);
    canvas.addMouseWheelListener(input);
    canvas.addFocusListener(input);
    input.key("zoom-in", () -> input.zoom(STEP), "typed +", "typed =");
    input.key("zoom-out", () -> input.zoom(1 / STEP), "typed -");
    input.key("fit", () -> canvas.framing(Framing.FIT), "typed 0");
    input.key("left", () -> input.move(1, 0), "LEFT");
    input.key("right", () -> input.move(-1, 0), "RIGHT");
    input.key("up", () -> input.move(0, 1), "UP");
    input.key("down", () -> input.move(0, -1), "DOWN");
    input.key("narrower", () -> input.window(-WINDOW_STEP, 0), "typed [");
    input.key("wider", () -> input.window(WINDOW_STEP, 0), "typed ]");
    input.key("lower", () -> input.window(0, -WINDOW_STEP), "typed {");
    input.key("higher", () -> input.window(0, WINDOW_STEP), "typed }");
    input.key("values", () -> canvas.windowing(Windowing.NEUTRAL), "typed r", "typed R");
  }

  private void key(String name, Runnable act, String... strokes) {
    for (String stroke : strokes) {
      canvas.getInputMap().put(KeyStroke.getKeyStroke(stroke), name);
    }
    canvas
        .getActionMap()
        .put(
            name,
            new AbstractAction(name) {
              private static final long serialVersionUID = 1L;

              @Override
              public void actionPerformed(ActionEvent event) {
                act.run();
              }
            });
  }

  private void zoom(double factor) {
    canvas.zoom(factor, new Point(canvas.getWidth() / 2, canvas.getHeight() / 2));
  }

  private void move(int right, int down) {
    canvas.move(right * canvas.getWidth() / 10.0, down * canvas.getHeight() / 10.0);
  }

  private void window(int wider, int higher) {
    canvas.windowing(canvas.windowing().changed(wider, higher));
  }

  @Override
  public void mousePressed(MouseEvent event) {
    canvas.requestFocusInWindow();
    last = event.getPoint();
    dragged = false;
  }

  @Override
  public void mouseDragged(MouseEvent event) {
    int dx = event.getX() - last.x;
    int dy = event.getY() - last.y;
    last = event.getPoint();
    dragged = true;
    if (SwingUtilities.isRightMouseButton(event) || event.isControlDown()) {
      window(dx, -dy);
    } else {
      canvas.move(dx, dy);
    }
  }

  @Override
  public void mouseClicked(MouseEvent event) {
    if (!dragged && event.getClickCount() == 2 && SwingUtilities.isLeftMouseButton(event)) {
      canvas.framing(Framing.FIT);
    }
  }

  @Override
  public void mouseWheelMoved(MouseWheelEvent event) {
    canvas.zoom(Math.pow(NOTCH, -event.getPreciseWheelRotation()), event.getPoint());
  }

  @Override
  public void focusGained(FocusEvent event) {
    canvas.repaint();
  }

  @Override
  public void focusLost(FocusEvent event) {
    canvas.repaint();
  }
}
