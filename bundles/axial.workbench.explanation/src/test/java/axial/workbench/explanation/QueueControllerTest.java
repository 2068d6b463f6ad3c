package axial.workbench.explanation;

import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import axial.run.ExplainRequest;
import axial.run.ExplainedSample;
import axial.view.testing.TestDesk;
import axial.view.testing.TestTrainings;
import axial.workbench.explanation.ExplanationBoard.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueControllerTest {

  @TempDir Path workspace;

  private final Lab lab = new Lab();
  private final FakeScreen screen = new FakeScreen();
  private TestDesk desk;
  private QueueController controller;

  /** Remembers what is shown. */
  private static final class FakeScreen implements QueueScreen {
    private List<Item> items = List.of();
    private Optional<Asked> marked = Optional.empty();

    @Override
    public void show(List<Item> shown, boolean working) {
      items = shown;
    }

    @Override
    public void mark(Optional<Asked> selected) {
      marked = selected;
    }

    private List<State> states() {
      return items.stream().map(item -> item.waiting().state()).toList();
    }
  }

  @BeforeEach
  void open() throws Exception {
    desk = new TestDesk(workspace, new TestTrainings(), Map.of());
    act(
        () -> {
          lab.board.chosen(new Chosen(List.of("lime"), Map.of()));
          controller = new QueueController(desk, lab.runs, lab.board, screen);
        });
  }

  private void act(Runnable what) throws Exception {
    edt(
        () -> {
          what.run();
          return true;
        });
    desk.settle();
  }

  private static List<Asked> images(int count) {
    return Lab.samples().stream()
        .limit(count)
        .map(sample -> new Asked(Lab.RUN, 0, sample.source()))
        .toList();
  }

  @Test
  void allImagesAreExplainedInLotsAndShownAsPictures() throws Exception {
    act(() -> lab.board.add(images(6)));
    assertThat(screen.states()).containsOnly(State.WAITING);
    act(controller::start);
    TestDesk.await(
        "all have a picture",
        () -> screen.items.stream().allMatch(item -> item.picture().isPresent()));
    assertThat(screen.states()).containsOnly(State.DONE);
    assertThat(lab.requests).hasSize(2);
    assertThat(edt(controller::working)).isFalse();
  }

  @Test
  void anImageIsInTheQueueOnlyOnce() throws Exception {
    act(() -> lab.board.add(images(3)));
    act(() -> lab.board.add(images(4)));
    assertThat(screen.items).hasSize(4);
  }

  @Test
  void anImageThatFailsSaysWhyAndAllOthersAreExplained() throws Exception {
    lab.unreadable = Lab.samples().get(0).source();
    act(() -> lab.board.add(images(6)));
    act(controller::start);
    TestDesk.await("all had their turn", () -> !controller.working());
    assertThat(screen.states().get(0)).isEqualTo(State.FAILED);
    assertThat(screen.states().subList(1, 6)).containsOnly(State.DONE);
    assertThat(screen.items.get(0).words()).contains("cannot be read. Restore it.");
  }

  @Test
  void whatTheRunHasKeptIsNotAskedAgain() throws Exception {
    ExplainedSample kept = Phantoms.explained(Lab.samples().get(1), "lime");
    lab.kept.add(kept);
    act(
        () ->
            lab.board.chosen(
                new Chosen(
                    List.of("lime"),
                    Map.of(),
                    OptionalLong.empty(),
                    Map.of("lime", kept.settings()))));
    act(() -> lab.board.add(images(3)));
    act(controller::start);
    assertThat(screen.states()).containsOnly(State.DONE);
    assertThat(lab.requests)
        .singleElement()
        .extracting(request -> ((ExplainRequest.Named) request.choice()).names())
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .doesNotContain(kept.sample().source())
        .hasSize(2);
  }

  @Test
  void whatIsStoppedWaitsAgain() throws Exception {
    lab.gate = new CountDownLatch(1);
    act(() -> lab.board.add(images(2)));
    edt(
        () -> {
          controller.start();
          return true;
        });
    assertThat(edt(() -> screen.states())).containsOnly(State.WORKING);
    act(controller::stop);
    assertThat(screen.states()).containsOnly(State.WAITING);
    assertThat(edt(controller::working)).isFalse();
  }

  @Test
  void aClickShowsTheImageInAllViews() throws Exception {
    Asked one = images(1).get(0);
    act(() -> lab.board.add(List.of(one)));
    act(() -> controller.select(one));
    assertThat(desk.picked().get()).contains(one.picked());
    assertThat(screen.marked).contains(one);
    act(controller::clear);
    assertThat(screen.items).isEmpty();
  }
}
