package axial.workbench.explanation;

import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import axial.view.Part;
import axial.view.Picked;
import axial.view.part.ImageCanvas;
import axial.view.testing.Picture;
import axial.view.testing.TestDesk;
import axial.view.testing.TestTrainings;
import java.awt.Component;
import java.awt.Container;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationPanelTest {

  private static final String MISSED = "yes/head-03.png";

  @TempDir Path workspace;

  private final Lab lab = new Lab();
  private TestDesk desk;

  @BeforeEach
  void desk() {
    desk = new TestDesk(workspace, new TestTrainings(), Map.of());
  }

  private Part explanation() throws Exception {
    return edt(
        () -> new ExplanationView(lab.runs, lab.extensions, lab.pictures(), lab.board).open(desk));
  }

  private void act(Runnable what) throws Exception {
    edt(
        () -> {
          what.run();
          return true;
        });
    desk.settle();
  }

  private static Stream<Component> all(Container in) {
    return Arrays.stream(in.getComponents())
        .flatMap(
            child ->
                child instanceof Container container
                    ? Stream.concat(Stream.of(child), all(container))
                    : Stream.of(child));
  }

  private static <T extends Component> T find(Part part, Class<T> type, String name) {
    return all(part.component())
        .filter(child -> type.isInstance(child) && name.equals(child.getName()))
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no " + name));
  }

  private static boolean has(Part part, String name) {
    return all(part.component()).anyMatch(child -> name.equals(child.getName()));
  }

  private void pick() throws Exception {
    act(() -> desk.run().set(Optional.of(Lab.RUN)));
    act(() -> desk.picked().set(Optional.of(Picked.ofRun(Lab.RUN, MISSED))));
  }

  @Test
  void explainShowsFivePicturesOfTheRunsExplainer() throws Exception {
    Part part = explanation();
    pick();
    JButton explain = find(part, JButton.class, "explanation.explain");
    assertThat(find(part, JCheckBox.class, "explanation.explainer.lime").isSelected()).isTrue();
    act(explain::doClick);
    TestDesk.await("it is shown", () -> has(part, "explanation.boundary.lime"));
    for (PictureKind kind : PictureKind.values()) {
      assertThat(find(part, ImageCanvas.class, "explanation." + kind.id() + ".lime").picture())
          .isPresent();
    }
    assertThat(desk.figures).containsKey("explanation-lime");
    assertThat(desk.commands).containsKeys("explanation.explain", "explanation.cancel");
  }

  @Test
  void opacityChangesTheOverlaysAtOnce() throws Exception {
    Part part = explanation();
    pick();
    act(find(part, JButton.class, "explanation.explain")::doClick);
    TestDesk.await("it is shown", () -> has(part, "explanation.weights.lime"));
    ImageCanvas weights = find(part, ImageCanvas.class, "explanation.weights.lime");
    act(() -> find(part, JSlider.class, "explanation.opacity").setValue(30));
    assertThat(weights.overlays().get(0).opacity()).isEqualTo(0.3);
    assertThat(weights.overlays()).hasSize(2);
    act(find(part, JCheckBox.class, "explanation.finding")::doClick);
    assertThat(weights.overlays()).hasSize(1);
  }

  @Test
  void aWrongSettingIsNotSent() throws Exception {
    Part part = explanation();
    pick();
    JTextField samples = find(part, JTextField.class, "setting.lime.num-samples");
    JButton explain = find(part, JButton.class, "explanation.explain");
    act(() -> samples.setText("3"));
    assertThat(explain.isEnabled()).isFalse();
    act(() -> samples.setText("200"));
    act(explain::doClick);
    assertThat(lab.requests.get(0).set()).containsEntry("lime.num-samples", "200");
  }

  @Test
  void closingLeavesNobodyListening() throws Exception {
    Part part = explanation();
    pick();
    act(part::close);
    act(() -> lab.board.add(List.of(new Asked(Lab.RUN, 0, MISSED))));
    assertThat(desk.problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"false,1,false", "true,1,true", "false,2,true", "true,2,false"})
  void theWholePerspectiveIsPaintedInEveryLook(boolean dark, int scale, boolean both)
      throws Exception {
    act(() -> Picture.look(dark, scale));
    Part images = edt(() -> new ImagesView(lab.runs, lab.pictures(), lab.board).open(desk));
    Part queue = edt(() -> new QueueView(lab.runs, lab.board).open(desk));
    Part explanation = explanation();
    lab.leaks = both;
    pick();
    if (both) {
      act(find(explanation, JCheckBox.class, "explanation.explainer.occlusion")::doClick);
    }
    act(find(explanation, JButton.class, "explanation.explain")::doClick);
    TestDesk.await("it is shown", () -> has(explanation, "explanation.boundary.lime"));
    act(find(images, JButton.class, "explanation.images.queue-wrong")::doClick);
    act(
        () ->
            lab.board.add(
                Lab.samples().stream()
                    .limit(5)
                    .map(sample -> new Asked(Lab.RUN, 0, sample.source()))
                    .toList()));
    act(find(queue, JButton.class, "explanation.queue.start")::doClick);
    JPanel window =
        edt(
            () -> {
              JPanel panel =
                  new JPanel(
                      new MigLayout("fill, insets 0", "[18%][grow]", "[grow, fill][24%, fill]"));
              panel.add(images.component(), "spany 2, grow, wmin 0, hmin 0");
              panel.add(explanation.component(), "grow, wmin 0, hmin 0, wrap");
              panel.add(queue.component(), "grow, wmin 0, hmin 0");
              Picture.of(panel, 1400 * scale, 860 * scale);
              return panel;
            });
    desk.settle();
    edt(() -> Picture.of(window, 1400 * scale, 860 * scale));
    desk.settle();
    BufferedImage image = edt(() -> Picture.of(window, 1400 * scale, 860 * scale));
    assertThat(
            Arrays.stream(
                    image.getRGB(
                        0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .count())
        .as("more than an empty picture")
        .isGreaterThan(200);
    String folder = System.getProperty("axial.pictures", "");
    if (!folder.isEmpty()) {
      ImageIO.write(
          image,
          "png",
          Files.createDirectories(Path.of(folder))
              .resolve("explain-%s-%d.png".formatted(dark ? "dark" : "light", scale))
              .toFile());
    }
  }
}
