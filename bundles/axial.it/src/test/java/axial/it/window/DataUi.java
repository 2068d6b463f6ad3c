package axial.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a window opens by itself, and what is taken back by key. */
class DataUi {

  private static final List<String> SCANS =
      List.of("no/a", "no/b", "no/c", "yes/d", "yes/e", "yes/f");

  @TempDir Path temp;

  private final Ui ui = new Ui();

  DataUi() throws Exception {}

  @Test
  void aNewWorkspaceHasPhantomsAndLaterWhatWasOpenLast() throws Exception {
    Path scans = scans();
    try (OpenWindow first = OpenWindow.open(temp)) {
      assertThat(first.axial().context().getBundles()).isNotEmpty();
      ui.see("phantoms, 306 images");
      ui.see("Phantoms are drawn by Axial");
      ui.drop(scans);
      ui.see("scans, 6 images");
    }
    try (OpenWindow second = OpenWindow.open(temp)) {
      assertThat(second.axial().context().getBundles()).isNotEmpty();
      ui.see("scans, 6 images");
      excludeOneAndTakeItBack();
    }
    for (String scan : SCANS) {
      Files.delete(scans.resolve(scan + ".png"));
    }
    Files.delete(scans.resolve("no"));
    Files.delete(scans.resolve("yes"));
    Files.delete(scans);
    try (OpenWindow third = OpenWindow.open(temp)) {
      assertThat(third.axial().context().getBundles()).isNotEmpty();
      assertThat(ui.text("problem.text")).contains(scans.toString(), "Ctrl+O");
      ui.see("No data");
    }
  }

  private void excludeOneAndTakeItBack() throws Exception {
    Component tiles = ui.find("gallery.tiles");
    ui.clickAt(tiles, new Point(40, 40));
    ui.see("6 images, 1 selected");
    ui.press(KeyEvent.VK_DELETE);
    ui.see("scans, 5 images");
    ui.clickText("Edit");
    ui.see("Undo: Exclude 1 image");
    ui.press(KeyEvent.VK_ESCAPE);
    ui.press(KeyEvent.VK_ESCAPE);
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    ui.see("scans, 6 images");
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Y);
    ui.see("scans, 5 images");
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    ui.see("scans, 6 images");
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_Z);
    ui.see("scans, 5 images");
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    ui.see("scans, 6 images");
  }

  @Test
  void theDemoHasItsDataOpen() throws Exception {
    try (OpenWindow window = OpenWindow.open(temp, "demo")) {
      assertThat(window.axial().context().getBundles()).isNotEmpty();
      ui.see("phantoms, 402 images");
      ui.find("slot.training.curves");
    }
  }

  private Path scans() throws Exception {
    for (String scan : SCANS) {
      Path file = temp.resolve("scans").resolve(scan + ".png");
      Files.createDirectories(file.getParent());
      BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
      image.getRaster().setSample(scan.charAt(scan.length() - 1) - 'a', 9, 0, 200);
      ImageIO.write(image, "png", file.toFile());
    }
    return temp.resolve("scans");
  }
}
