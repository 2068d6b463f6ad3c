package axial.workbench.model;

import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Shape;
import axial.job.Setting;
import axial.job.Settings;
import axial.model.ModelFactory;
import axial.model.Network;
import axial.view.testing.FigureRules;
import axial.view.testing.TestDesk;
import axial.view.testing.TestTrainings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ZooControllerTest {

  private final TestDesk desk = new TestDesk(Path.of("."), new TestTrainings(), Map.of());
  private final Zoo zoo = new Zoo();
  private final ChosenModel chosen = new ChosenModel();
  private final ExtensionSignal signal = new ExtensionSignal();
  private List<ZooController.Entry> models = List.of();
  private Optional<ZooController.Entry> shown = Optional.empty();

  @Test
  void modelsAreShownAsTheirRecipesBuildThem() throws Exception {
    open();
    assertThat(models).extracting(ZooController.Entry::id).containsExactly("compact", "small");
    assertThat(shown.orElseThrow().network().orElseThrow().input()).isEqualTo(new Shape(80, 80, 1));
  }

  @Test
  void aModelThatThrowsIsListedWithTheReasonAndReported() throws Exception {
    zoo.all.add(
        new ModelFactory() {
          @Override
          public String id() {
            return "odd";
          }

          @Override
          public String description() {
            return "Throws.";
          }

          @Override
          public List<Setting> settings() {
            return List.of();
          }

          @Override
          public Network network(Shape input, int classes, Settings settings) {
            throw new IllegalStateException("no idea");
          }
        });
    open();
    assertThat(models)
        .filteredOn(entry -> entry.id().equals("odd"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.problem()).contains("odd threw").contains("no idea"));
    assertThat(zoo.broken).containsExactly("odd");
  }

  @Test
  void aModelThatComesIsListedWithoutAsking() throws Exception {
    open();
    zoo.all.add(new Zoo.Net("new", 1));
    signal.addModel(Map.of());
    TestDesk.await("the new model is listed", () -> models.size() == 3);
  }

  @Test
  void choosingInOneViewChoosesForAll() throws Exception {
    ZooController controller = open();
    edt(
        () -> {
          controller.choose("small");
          return 0;
        });
    assertThat(chosen.get()).isEqualTo("small");
    assertThat(shown.orElseThrow().id()).isEqualTo("small");
  }

  private ZooController open() throws Exception {
    ZooController controller =
        edt(
            () -> {
              ZooController made =
                  new ZooController(
                      desk,
                      zoo,
                      signal,
                      chosen,
                      (all, one) -> {
                        models = all;
                        shown = one;
                      });
              made.open();
              return made;
            });
    desk.settle();
    return controller;
  }

  @Test
  void theSketchIsOfferedAsAFigure() throws Exception {
    edt(() -> new ZooView(new Zoo(), new ExtensionSignal(), new ChosenModel()).open(desk));
    desk.settle();
    edt(
        () -> {
          FigureRules.check(desk.figures.values().iterator().next());
          return 0;
        });
  }
}
