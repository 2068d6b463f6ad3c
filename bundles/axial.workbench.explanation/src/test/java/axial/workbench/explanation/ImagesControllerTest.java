package axial.workbench.explanation;

import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Labels;
import axial.data.Sample;
import axial.view.Picked;
import axial.view.testing.TestDesk;
import axial.view.testing.TestTrainings;
import axial.workbench.explanation.CaseFilter.Verdict;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesControllerTest {

  @TempDir Path workspace;

  private final Lab lab = new Lab();
  private final FakeScreen screen = new FakeScreen();
  private TestDesk desk;
  private ImagesController controller;

  /** Remembers what is shown. */
  private static final class FakeScreen implements ImagesScreen {
    private String nothing = "";
    private List<RunCase> cases = List.of();
    private Optional<RunCase> marked = Optional.empty();
    private final Map<Sample, BufferedImage> pictures = new HashMap<>();

    @Override
    public void nothing(String title, String text) {
      nothing = title;
    }

    @Override
    public void show(Labels labels, List<RunCase> shown, int all) {
      cases = shown;
    }

    @Override
    public void mark(Optional<RunCase> selected) {
      marked = selected;
    }

    @Override
    public void pictures(Map<Sample, BufferedImage> found) {
      pictures.putAll(found);
    }

    private List<String> sources() {
      return cases.stream().map(one -> one.sample().source()).toList();
    }
  }

  @BeforeEach
  void open() throws Exception {
    desk = new TestDesk(workspace, new TestTrainings(), Map.of());
    act(() -> controller = new ImagesController(desk, lab.runs, lab.pictures(), lab.board, screen));
    assertThat(screen.nothing).isEqualTo("No run is chosen");
    act(() -> desk.run().set(Optional.of(Lab.RUN)));
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
  void wrongImagesComeFirstAndOfThoseTheSurest() {
    assertThat(screen.sources()).hasSize(12).startsWith("yes/head-03.png", "no/head-08.png");
  }

  @Test
  void aFilterKeepsOneClassOrTheWrongOnes() throws Exception {
    act(() -> controller.filter(new CaseFilter(Verdict.WRONG, OptionalInt.empty())));
    assertThat(screen.sources()).containsExactly("yes/head-03.png", "no/head-08.png");
    act(() -> controller.filter(new CaseFilter(Verdict.WRONG, OptionalInt.of(0))));
    assertThat(screen.sources()).containsExactly("no/head-08.png");
    act(() -> controller.filter(new CaseFilter(Verdict.RIGHT, OptionalInt.of(1))));
    assertThat(screen.sources()).hasSize(5).allMatch(source -> source.startsWith("yes"));
  }

  @Test
  void aSelectionIsSharedBothWays() throws Exception {
    act(() -> controller.select(screen.cases.get(1)));
    assertThat(desk.picked().get()).contains(Picked.ofRun(Lab.RUN, "no/head-08.png"));
    act(() -> desk.picked().set(Optional.of(Picked.ofRun(Lab.RUN, "yes/head-03.png"))));
    assertThat(screen.marked).contains(screen.cases.get(0));
    act(() -> desk.picked().set(Optional.of(Picked.ofData("yes/head-03.png"))));
    assertThat(screen.marked).isEmpty();
  }

  @Test
  void wrongImagesAreQueuedTogether() throws Exception {
    act(controller::enqueueWrong);
    assertThat(edt(lab.board::queue))
        .extracting(waiting -> waiting.asked().source())
        .containsExactly("yes/head-03.png", "no/head-08.png");
    assertThat(desk.revealed).contains("explanation.queue");
  }

  @Test
  void picturesComeForWhatIsSeenOnce() throws Exception {
    act(() -> controller.need(screen.cases.subList(0, 3)));
    assertThat(screen.pictures).hasSize(3);
    screen.pictures.clear();
    act(() -> controller.need(screen.cases.subList(0, 4)));
    assertThat(screen.pictures).hasSize(1);
  }
}
