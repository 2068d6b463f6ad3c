package axial.it.window;

import axial.extension.Catalogs;
import axial.extension.Publishing;
import axial.job.Progress;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.JTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures of docs/screenshots: every perspective, light and dark, at 100 and 200 %. */
class ScreenshotsUi {

  private static final int WIDTH = 1400;
  private static final int HEIGHT = 880;

  @TempDir static Path temp;

  @Test
  void takeThem() throws Exception {
    Path folder = Files.createDirectories(Path.of(System.getProperty("axial.screenshots")));
    try (OpenWindow window = OpenWindow.open(temp);
        CatalogOnTheWeb group =
            CatalogOnTheWeb.open(temp, window.axial().service(Publishing.class))) {
      group.publish("1.0.0", 4);
      group.publish("1.1.0", 8);
      window
          .axial()
          .service(Catalogs.class)
          .add(group.address(), group.fingerprint(), Progress.none());
      Ui ui = new Ui();
      prepare(ui);
      for (String theme : List.of("light", "dark")) {
        for (int scale : List.of(100, 200)) {
          ui.command("theme " + theme);
          ui.command("scale " + scale);
          Ui.edt(() -> bounds(scale));
          int number = KeyEvent.VK_1;
          for (String name : List.of("data", "train", "evaluate", "explain", "extensions")) {
            ui.press(KeyEvent.VK_CONTROL, number++);
            ui.find("perspective." + name);
            write(folder, name, theme, scale);
          }
          ui.clickText("Catalogs");
          JTable offers = (JTable) ui.find("offers.table");
          Ui.await("there is an offer", () -> offers.getRowCount() > 0);
          Ui.edt(
              () -> {
                offers.setRowSelectionInterval(0, 0);
                return true;
              });
          write(folder, "catalogs", theme, scale);
          ui.clickText("Bundles");
        }
      }
    }
  }

  private static void write(Path folder, String name, String theme, int scale) throws Exception {
    Thread.sleep(700); // what was begun by the change is to be in the picture
    Path file = folder.resolve("%s-%s-%d.png".formatted(name, theme, scale));
    ImageIO.write(picture(), "png", file.toFile());
  }

  /** Data, a run, a wrong case and its explanation. */
  private static void prepare(Ui ui) throws Exception {
    ui.see("phantoms, 306 images");
    ui.clickAt(ui.find("gallery.tiles"), new Point(60, 60));
    ui.click("split.split");
    ui.find("split.verdict");
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_2);
    ui.clickText("How to train");
    ui.click("setting.train.epochs");
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
    ui.type("12");
    ui.click("recipe.train");
    ui.see("Done · kept epoch");
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_3);
    ui.see("Balanced accuracy");
    Component cells = ui.find("evaluation.matrix.cells");
    ui.clickAt(cells, Ui.edt(() -> new Point(cells.getWidth() * 2 / 5, cells.getHeight() * 3 / 4)));
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_4);
    ui.clickAt(ui.find("explanation.images.list"), new Point(60, 20));
    ui.click("explanation.explain");
    ui.see("is explained; the run keeps it");
    ui.click("perspective.extensions");
    ui.click("bundles.filter");
  }

  private static JFrame frame() {
    return Arrays.stream(Window.getWindows())
        .filter(w -> w instanceof JFrame && w.isShowing())
        .map(JFrame.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Rectangle bounds(int scale) {
    frame().setBounds(20, 20, WIDTH * scale / 100, HEIGHT * scale / 100);
    frame().validate();
    return frame().getBounds();
  }

  /** The window as it paints itself, without whatever lies over it. */
  private static BufferedImage picture() throws Exception {
    return Ui.edt(
        () -> {
          Component root = frame().getRootPane();
          BufferedImage image =
              new BufferedImage(root.getWidth(), root.getHeight(), BufferedImage.TYPE_INT_RGB);
          root.paint(image.getGraphics());
          return image;
        });
  }
}
