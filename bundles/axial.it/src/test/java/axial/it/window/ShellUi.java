package axial.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import axial.it.LabBundle;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** The window itself: perspectives, commands, views that come and go. */
class ShellUi {

  @TempDir static Path temp;

  private static OpenWindow window;
  private static Ui ui;

  @BeforeAll
  static void open() throws Exception {
    window = OpenWindow.open(temp);
    ui = new Ui();
  }

  @AfterAll
  static void close() throws Exception {
    window.close();
    assertThat(temp.resolve("config/window.properties")).exists();
    assertThat(temp.resolve("config/layout-data.xml")).exists();
  }

  @Test
  void everyPerspectiveShowsItsViewsByKey() throws Exception {
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_2);
    ui.find("slot.training.curves");
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_3);
    ui.find("slot.evaluation.matrix");
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_4);
    ui.find("slot.explanation.view");
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_5);
    ui.find("slot.bundles.list");
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_1);
    ui.find("slot.data.gallery");
  }

  @Test
  void aJarThatIsBuiltAnewIsPluggedInWhileTheWindowIsOpen() throws Exception {
    Path jar = Files.createDirectories(temp.resolve("workspace/plugins")).resolve("lab-net.jar");
    Files.copy(LabBundle.net(temp, "1.0.0", 3), jar);
    Ui.await("the model is offered", () -> labNets().equals(List.of("1.0.0")));
    Files.copy(LabBundle.net(temp, "1.1.0", 5), jar, StandardCopyOption.REPLACE_EXISTING);
    Ui.await("the rebuilt model is offered", () -> labNets().equals(List.of("1.1.0")));
    Files.delete(jar);
    Ui.await("the model is gone", () -> labNets().isEmpty());
  }

  /** The versions of the bundles that offer the lab's model. */
  private static List<String> labNets() {
    return Arrays.stream(window.axial().context().getBundles())
        .filter(bundle -> "lab.labnet".equals(bundle.getSymbolicName()))
        .filter(bundle -> bundle.getRegisteredServices() != null)
        .map(bundle -> bundle.getVersion().toString())
        .toList();
  }

  @Test
  void aCommandIsFoundByItsWordsAndRun() throws Exception {
    ui.command("go to evaluate");
    ui.find("slot.evaluation.matrix");
    ui.command("theme dark");
    ui.command("theme light");
    ui.command("go to data");
    ui.find("slot.data.gallery");
  }

  @Test
  void aViewThatLeavesKeepsItsPlaceAndReturnsToIt() throws Exception {
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_1);
    ui.find("slot.data.gallery");
    Bundle bundle = window.bundle("axial.workbench.data");
    bundle.stop();
    Ui.await("the gap is named", () -> Ui.showing("gap.data.gallery").isPresent());
    bundle.start();
    Ui.await("the view is back", () -> Ui.showing("gap.data.gallery").isEmpty());
    ui.find("slot.data.gallery");
  }

  @Test
  void aFileThatNobodyTakesIsRefusedInWords() throws Exception {
    Path note = Files.writeString(temp.resolve("note.xyz"), "nothing");
    ui.drop(note);
    assertThat(ui.text("problem.text"))
        .contains("note.xyz", "Drop ", "a folder of scans", "a bundle");
    ui.click("problem.close");
  }

  @Test
  void aFolderThatIsDroppedAnywhereIsOpened() throws Exception {
    for (String scan : List.of("no/a", "no/b", "no/c", "yes/d", "yes/e", "yes/f")) {
      Path file = temp.resolve("scans").resolve(scan + ".png");
      Files.createDirectories(file.getParent());
      BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
      image.getRaster().setSample(scan.charAt(scan.length() - 1) - 'a', 9, 0, 200);
      ImageIO.write(image, "png", file.toFile());
    }
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_5);
    ui.find("slot.bundles.list");
    ui.drop(temp.resolve("scans"));
    ui.see("scans, 6 images");
  }
}
