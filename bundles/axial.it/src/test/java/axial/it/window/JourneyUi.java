package axial.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a researcher does on a first day, from opening scans to the picture for a paper. */
class JourneyUi {

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
  }

  @Test
  void scansAreCleanedSplitTrainedJudgedExplainedAndExported() throws Exception {
    ui.see("phantoms, 306 images");

    ui.clickText("Duplicates");
    ui.clickText("Look for duplicates");
    ui.see("Group 1 of 19");
    ui.click("duplicates.next");
    ui.see("Group 2 of 19");

    ui.click("split.split");
    ui.find("split.verdict");
    assertThat(ui.text("split.verdict")).isEqualTo("Nothing leaks");

    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_2);
    ui.clickText("How to train");
    ui.click("setting.train.epochs");
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
    ui.type("3");
    ui.click("recipe.train");
    ui.see("Done · kept epoch");
    Component live = ui.find("matrix.picture");
    ui.clickAt(live, Ui.edt(() -> new Point(live.getWidth() * 3 / 4, live.getHeight() / 2)));
    ui.see("after epoch 3");

    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_3);
    Component cells = ui.find("evaluation.matrix.cells");
    ui.see("Balanced accuracy");
    ui.clickAt(cells, Ui.edt(() -> new Point(cells.getWidth() * 2 / 5, cells.getHeight() * 3 / 4)));
    ui.see("images of tumour called no tumour");

    Component cases = ui.find("evaluation.cases.list");
    ui.clickAt(cases, new Point(60, 60));
    ui.click("evaluation.cases.explain");
    ui.click("explanation.explain");
    ui.find("explanation.for-and-against.lime");
    ui.see("R² of the local model");
    ui.see("is explained; the run keeps it");

    Path picture = temp.resolve("figure.png");
    ui.command("export the figure explanation");
    ui.click("figure.png");
    Component chooser = ui.find("figure.file");
    Ui.edt(
        () -> {
          ((JFileChooser) chooser).setSelectedFile(picture.toFile());
          ((JFileChooser) chooser).approveSelection();
          return true;
        });
    ui.see("Exported to " + picture);
    assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(500);
    assertThat(Files.readString(temp.resolve("figure.csv"))).contains("region", ",run\r\n");
    assertThat(Ui.edt(() -> Ui.showing("problem").isPresent())).isFalse();
    assertThat(Ui.edt(() -> withoutMenu(Window.getWindows()))).isEmpty();
  }

  /** Names of charts and matrices, seen or not, that cannot be exported. */
  private static List<String> withoutMenu(Component... components) {
    List<String> names = new ArrayList<>();
    for (Component at : components) {
      boolean drawing = at.getClass().getName().startsWith("axial.chart.");
      if (drawing && ((JComponent) at).getComponentPopupMenu() == null) {
        names.add(at.getName());
      }
      if (at instanceof Container container) {
        names.addAll(withoutMenu(container.getComponents()));
      }
    }
    return names;
  }
}
