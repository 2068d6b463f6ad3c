package axial.workbench.bundles;

import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import axial.view.Part;
import axial.view.run.Training;
import axial.view.testing.Picture;
import axial.view.testing.TestCatalogs;
import axial.view.testing.TestDesk;
import axial.view.testing.TestInstallation;
import axial.view.testing.TestTraining;
import axial.view.testing.TestTrainings;
import java.awt.Component;
import java.awt.Container;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundlesPanelTest {

  @TempDir Path workspace;

  private final FakeBundles installation = new FakeBundles();
  private final TestTrainings trainings = new TestTrainings();
  private final ChosenBundle chosen = new ChosenBundle();
  private TestDesk desk;

  @BeforeEach
  void install() throws Exception {
    installation.bundles =
        List.of(
            Examples.API, Examples.ZOO, Examples.LIME_VIEW, Examples.BROKEN, Examples.INCOMPLETE);
    desk = new TestDesk(workspace, trainings, Map.of());
  }

  private BundlesView view() {
    return new BundlesView(installation, new TestInstallation(), new TestCatalogs(), chosen);
  }

  private Part open() throws Exception {
    Part part = edt(() -> view().open(desk));
    edt(
        () -> {
          part.shown();
          return true;
        });
    desk.settle();
    return part;
  }

  private static <T extends Component> T find(Container in, Class<T> type, String name) {
    for (Component child : in.getComponents()) {
      if (type.isInstance(child) && name.equals(child.getName())) {
        return type.cast(child);
      }
      if (child instanceof Container container) {
        try {
          return find(container, type, name);
        } catch (IllegalArgumentException elsewhere) {
          continue;
        }
      }
    }
    throw new IllegalArgumentException("There is no " + name);
  }

  @Test
  void onlyWhatCanBeDoneToTheSelectedBundleIsOffered() throws Exception {
    Part part = open();
    JTable table = find(part.component(), JTable.class, "bundles.table");
    JButton update = find(part.component(), JButton.class, "bundles.update");
    JButton remove = find(part.component(), JButton.class, "bundles.remove");
    select(table, 0);
    assertThat(desk.commands.get("bundles.start").enabled().getAsBoolean()).isTrue();
    assertThat(desk.commands.get("bundles.stop").enabled().getAsBoolean()).isFalse();
    assertThat(update.isEnabled()).isTrue();
    select(table, 1);
    assertThat(update.isEnabled()).as("a jar in plugins is built anew").isFalse();
    assertThat(remove.isEnabled()).isTrue();
    select(table, 2);
    assertThat(chosen.get().orElseThrow().bundle()).isEqualTo(Examples.API);
    assertThat(remove.isEnabled()).isFalse();
    select(table, 4);
    assertThat(desk.commands.get("bundles.stop").enabled().getAsBoolean()).isTrue();
    assertThat(remove.isEnabled()).as("what came with Axial stays").isFalse();
  }

  @Test
  void theListIsReadAnewWhenATrainingBeginsToUseBundlesAndWhenItEnds() throws Exception {
    Part part = open();
    TestTraining training = Examples.training(Training.State.QUEUED);
    edt(
        () -> {
          trainings.put(training);
          return true;
        });
    int before = installation.asked.size();
    edt(
        () -> {
          training.become(Training.State.RUNNING);
          return true;
        });
    TestDesk.await("it is read anew", () -> installation.asked.size() > before);
    edt(
        () -> {
          part.close();
          return true;
        });
    assertThat(training.watchers()).isZero();
  }

  @Test
  void theListFollowsTheFrameworkUntilItIsClosed() throws Exception {
    Part part = open();
    JLabel summary = find(part.component(), JLabel.class, "bundles.summary");
    assertThat(summary.getText()).isEqualTo("5 bundles, 1 cannot be used, 1 works in part.");
    installation.bundles = List.of(Examples.API);
    installation.listeners.forEach(Runnable::run);
    TestDesk.await("the list is read anew", () -> summary.getText().startsWith("1 bundle,"));
    edt(
        () -> {
          part.close();
          return true;
        });
    assertThat(installation.listeners).isEmpty();
  }

  @Test
  void aFilterThatNothingFitsCanBeCleared() throws Exception {
    Part part = open();
    JTextField filter = find(part.component(), JTextField.class, "bundles.filter");
    edt(
        () -> {
          filter.setText("nothing like it");
          return true;
        });
    JButton clear = find(part.component(), JButton.class, "next-step");
    edt(
        () -> {
          clear.doClick();
          return true;
        });
    assertThat(find(part.component(), JTable.class, "bundles.table").getRowCount()).isEqualTo(5);
  }

  private static void select(JTable table, int row) throws Exception {
    edt(
        () -> {
          table.setRowSelectionInterval(row, row);
          return true;
        });
  }

  @ParameterizedTest
  @CsvSource({"false,1", "true,1", "false,2", "true,2"})
  void listAndDetailsArePaintedInEveryLook(boolean dark, int scale) throws Exception {
    edt(
        () -> {
          Picture.look(dark, scale);
          return true;
        });
    Part list = open();
    Part detail = edt(() -> new BundleDetailView(chosen).open(desk));
    select(find(list.component(), JTable.class, "bundles.table"), 1);
    JPanel both =
        edt(
            () -> {
              JPanel panel = new JPanel(new MigLayout("fill, insets 0", "[grow][30%]", "[grow]"));
              panel.add(list.component(), "grow, wmin 0, hmin 0");
              panel.add(detail.component(), "grow, wmin 0, hmin 0");
              Picture.of(panel, 1300 * scale, 560 * scale);
              return panel;
            });
    BufferedImage image = edt(() -> Picture.of(both, 1300 * scale, 560 * scale));
    assertThat(Colours.in(image)).as("more than an empty picture").isGreaterThan(20);
    String folder = System.getProperty("axial.pictures", "");
    if (!folder.isEmpty()) {
      javax.imageio.ImageIO.write(
          image,
          "png",
          Files.createDirectories(Path.of(folder))
              .resolve("bundles-%s-%d.png".formatted(dark ? "dark" : "light", scale))
              .toFile());
    }
  }

  /** How many colours a picture has. */
  private static final class Colours {
    static long in(BufferedImage image) {
      return java.util.Arrays.stream(
              image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
          .distinct()
          .count();
    }
  }
}
