package axial.it.window;

import static org.assertj.core.api.Assertions.assertThat;

import axial.it.LabBundle;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JComboBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** The bundles of a model and of views are updated and removed while the model trains. */
class TrainingSwapUi {

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

  private static Path model(String version, int units) throws Exception {
    return LabBundle.net(temp, version, units);
  }

  private static void update(Bundle bundle, Path jar) throws Exception {
    try (InputStream in = Files.newInputStream(jar)) {
      bundle.update(in);
    }
  }

  @Test
  void curvesGoOnWhileModelAndViewsAreSwapped() throws Exception {
    Bundle model = window.axial().install(model("1.0.0", 4));
    ui.see("phantoms, 306 images");
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_2);
    ui.clickText("How to train");
    Component former = ui.find("setting.train.epochs");
    choose("lab-net");
    Ui.await(
        "its own settings are there",
        () -> Ui.showing("setting.train.epochs").filter(now -> now != former).isPresent());
    enter("setting.train.epochs", "500");
    enter("setting.run.input", "64x64x1");
    ui.click("recipe.train");
    Ui.await("it trains its second epoch", () -> epoch() >= 2);

    update(model, model("2.0.0", 8));
    int before = epoch();
    Ui.await("the training goes on", () -> epoch() > before);

    Bundle views = window.bundle("axial.workbench.training");
    views.update();
    Ui.await("its views are back", () -> Ui.showing("gap.training.curves").isEmpty());
    int after = epoch();
    Ui.await("its curves go on", () -> epoch() > after);

    model.uninstall();
    views.stop();
    Ui.await("the gap is named", () -> Ui.showing("gap.training.curves").isPresent());
    views.start();
    int last = epoch();
    Ui.await("its curves go on once more", () -> epoch() > last);

    ui.command("finish the training now");
    ui.see("Done · kept epoch");
    assertThat(Ui.edt(() -> Ui.showing("problem").isPresent())).isFalse();
  }

  private static void choose(String wanted) throws Exception {
    JComboBox<?> models = (JComboBox<?>) ui.find("recipe.model");
    Ui.await(
        wanted + " can be chosen",
        () -> {
          for (int i = 0; i < models.getItemCount(); i++) {
            if (String.valueOf(models.getItemAt(i)).contains(wanted)) {
              models.setSelectedIndex(i);
              return true;
            }
          }
          return false;
        });
  }

  private static void enter(String field, String text) throws Exception {
    ui.click(field);
    ui.press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
    ui.type(text);
  }

  /** The epoch that the curves say is being trained; 0 while they say nothing. */
  private static int epoch() throws Exception {
    return Ui.edt(
        () ->
            Ui.saying("Epoch ")
                .map(Ui::words)
                .map(words -> words.replaceFirst(".*Epoch (\\d+) of.*", "$1"))
                .filter(number -> number.matches("\\d+"))
                .map(Integer::parseInt)
                .orElse(0));
  }
}
