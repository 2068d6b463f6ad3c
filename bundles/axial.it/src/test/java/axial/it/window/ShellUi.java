package axial.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
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
    assertThat(ui.text("problem.text")).contains("note.xyz", "Drop ");
    ui.click("problem.close");
  }
}
