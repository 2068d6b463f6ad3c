package axial.workbench.bundles.catalog;

import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import axial.extension.Installation.State;
import axial.view.Part;
import axial.view.testing.Picture;
import axial.view.testing.TestCatalogs;
import axial.view.testing.TestDesk;
import axial.view.testing.TestInstallation;
import axial.view.testing.TestTrainings;
import java.awt.Component;
import java.awt.Container;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogsPanelTest {

  @TempDir Path workspace;

  private final TestCatalogs catalogs = new TestCatalogs();
  private final TestInstallation installation = new TestInstallation();
  private TestDesk desk;
  private JComponent view;

  @BeforeEach
  void begin() {
    desk = new TestDesk(workspace, new TestTrainings(), Map.of());
    installation.refusals.put("lab.deep", "lab.deep 2.0.0 needs axial.model 1.4, this is 1.3.");
    installation.put(
        TestInstallation.bundle("lab.labnet", "1.9.0", CatalogsViewTest.GROUP.toString()),
        State.ACTIVE);
    catalogs.reachable.put(CatalogsViewTest.GROUP, CatalogsViewTest.group(""));
  }

  private void open() throws Exception {
    Part part =
        edt(() -> new CatalogsView(catalogs, installation, CatalogsViewTest.images()).open(desk));
    view = part.component();
    act(part::shown);
  }

  private void act(Runnable what) throws Exception {
    edt(
        () -> {
          what.run();
          return true;
        });
    desk.settle();
  }

  private <T extends Component> T find(Class<T> type, String name) {
    return find(view, type, name).orElseThrow();
  }

  private static <T extends Component> Optional<T> find(Container in, Class<T> type, String name) {
    for (Component child : in.getComponents()) {
      if (type.isInstance(child) && name.equals(child.getName())) {
        return Optional.of(type.cast(child));
      }
      if (child instanceof Container container) {
        Optional<T> found = find(container, type, name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private void click(String name) throws Exception {
    act(() -> find(JButton.class, name).doClick());
  }

  private void look() throws Exception {
    act(() -> desk.commands.get("catalogs.add").action().run());
    act(
        () ->
            find(JTextComponent.class, "catalogs.address.text")
                .setText(CatalogsViewTest.GROUP.toString()));
    click("catalogs.look");
  }

  @Test
  void aCatalogIsAddedAfterItsFingerprintWasShownInGroups() throws Exception {
    open();
    assertThat(find(JButton.class, "next-step").getText()).startsWith("Add a catalog");
    look();
    assertThat(desk.revealed).contains("catalogs.list");
    assertThat(find(JTextArea.class, "catalogs.fingerprint").getText())
        .isEqualTo(
            "3f2a  91bc  0d4e  77aa\n5b1c  9e02  4411  8ac3\n"
                + "6d7e  20f9  b3b8  1c5d\ne0aa  7f31  5296  c84b");
    click("catalogs.confirm");
    JTable table = find(JTable.class, "catalogs.table");
    assertThat(edt(() -> table.getValueAt(0, 0))).isEqualTo("group-catalog");
  }

  @Test
  void onlyWhatCanBeDoneWithTheMarkedOfferIsOffered() throws Exception {
    catalogs.added.add(CatalogsViewTest.group(""));
    open();
    JTable offers = find(JTable.class, "offers.table");
    act(() -> offers.setRowSelectionInterval(0, 0));
    assertThat(find(JButton.class, "offers.install").isEnabled()).as("it does not fit").isFalse();
    assertThat(find(JButton.class, "offers.isolated").isEnabled()).isFalse();
    act(() -> offers.setRowSelectionInterval(1, 1));
    assertThat(find(JButton.class, "offers.update").isEnabled()).isTrue();
    assertThat(find(JButton.class, "offers.install").isVisible()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"false,1", "true,1", "false,2", "true,2"})
  void bothCardsArePaintedInEveryLook(boolean dark, int scale) throws Exception {
    act(() -> Picture.look(dark, scale));
    catalogs.added.add(CatalogsViewTest.group("The catalog cannot be reached."));
    open();
    assertThat(find(JTextArea.class, "catalogs.troubles").getText())
        .isEqualTo("group-catalog: The catalog cannot be reached.");
    act(() -> find(JTable.class, "offers.table").setRowSelectionInterval(0, 0));
    paint("catalogs", dark, scale);
    look();
    paint("adding", dark, scale);
  }

  private void paint(String name, boolean dark, int scale) throws Exception {
    edt(() -> Picture.of(view, 1100 * scale, 800 * scale));
    desk.settle();
    BufferedImage image = edt(() -> Picture.of(view, 1100 * scale, 800 * scale));
    long colours =
        Arrays.stream(
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
            .distinct()
            .count();
    assertThat(colours).as("more than an empty picture").isGreaterThan(20);
    String folder = System.getProperty("axial.pictures", "");
    if (!folder.isEmpty()) {
      ImageIO.write(
          image,
          "png",
          Files.createDirectories(Path.of(folder))
              .resolve("%s-%s-%d.png".formatted(name, dark ? "dark" : "light", scale))
              .toFile());
    }
  }
}
