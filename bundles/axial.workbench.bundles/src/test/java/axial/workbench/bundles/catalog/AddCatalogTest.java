package axial.workbench.bundles.catalog;

import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.extension.Catalogs.Catalog;
import axial.view.testing.TestCatalogs;
import axial.view.testing.TestDesk;
import axial.view.testing.TestTrainings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddCatalogTest {

  @TempDir Path workspace;

  private final TestCatalogs catalogs = new TestCatalogs();
  private final List<String> shown = new ArrayList<>();
  private TestDesk desk;
  private AddController controller;

  private final class Screen implements AddController.Screen {
    @Override
    public void suggest(List<String> addresses) {
      shown.add("suggest " + addresses);
    }

    @Override
    public void looking() {
      shown.add("looking");
    }

    @Override
    public void seen(Catalog catalog) {
      shown.add("seen " + catalog.name());
    }

    @Override
    public void nothing(String reason) {
      shown.add("nothing " + reason);
    }

    @Override
    public void ended(boolean added) {
      shown.add("ended " + added);
    }
  }

  @BeforeEach
  void open() throws Exception {
    desk = new TestDesk(workspace, new TestTrainings(), Map.of());
    catalogs.reachable.put(CatalogsViewTest.GROUP, CatalogsViewTest.group(""));
    act(() -> controller = new AddController(desk, catalogs, new Screen()));
    act(() -> controller.open());
  }

  private void act(Runnable what) throws Exception {
    edt(
        () -> {
          what.run();
          return true;
        });
    desk.settle();
  }

  @Test
  void aCatalogIsLookedAtAndThenAddedUnderTheKeyThatWasShown() throws Exception {
    act(() -> controller.look(" http://127.0.0.1:8080/ "));
    assertThat(catalogs.added).isEmpty();
    act(controller::add);
    assertThat(catalogs.asked).contains("add http://127.0.0.1:8080/ " + CatalogsViewTest.KEY);
    assertThat(shown)
        .containsExactly(
            "nothing ",
            "suggest [http://127.0.0.1:8080/]",
            "looking",
            "seen group-catalog",
            "looking",
            "ended true");
    assertThat(desk.notes)
        .containsExactly("The catalog group-catalog is added; its key is trusted from now on.");
  }

  @Test
  void whatWasSeenDoesNotHoldForAnotherAddress() throws Exception {
    act(() -> controller.look("http://127.0.0.1:8080/"));
    act(controller::typed);
    act(controller::add);
    assertThat(catalogs.added).isEmpty();
  }

  @Test
  void aWrongAddressIsToldWhereItWasTyped() throws Exception {
    act(() -> controller.look("http://127.0.0.1:1/"));
    assertThat(shown)
        .last()
        .isEqualTo("nothing There is no catalog at http://127.0.0.1:1/. Check the address.");
    act(() -> controller.look("http://a b"));
    assertThat(shown).last().asString().contains("\"http://a b\" is no address of a catalog.");
    assertThat(desk.problems).isEmpty();
  }

  @Test
  void addressesAreFoldersOrHaveAScheme() {
    assertThat(AddController.uri("/lab/catalog").toString()).startsWith("file:///lab/catalog");
    assertThat(AddController.uri("https://lab.example/c/")).hasHost("lab.example");
    assertThatThrownBy(() -> AddController.uri("  ")).hasMessageContaining("no address");
  }
}
