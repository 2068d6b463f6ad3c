package axial.workbench.training;

import static axial.view.testing.TestDesk.edt;
import static org.assertj.core.api.Assertions.assertThat;

import axial.run.RunRecord;
import axial.view.run.Training;
import axial.view.testing.TestDesk;
import axial.view.testing.TestTraining;
import axial.view.testing.TestTrainings;
import axial.workbench.training.hint.Hint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurvesControllerTest {

  private static final long SECOND = 1_000_000_000L;

  private final TestTrainings queue = new TestTrainings();
  private final TestDesk desk = new TestDesk(Path.of("."), queue, Map.of());
  private final FollowedTraining followed = new FollowedTraining();
  private final Map<Path, RunRecord> known = new HashMap<>();
  private final Seen screen = new Seen();
  private final CurvesController controller =
      new CurvesController(desk, followed, NoRuns.with(known), () -> SECOND * 6 / 5, screen);

  @Test
  void theRunningTrainingIsFollowedAndItsFreshnessTold() throws Exception {
    MadeUp training = new MadeUp("compact", 60, "cosine").train(60 * 3 + 24);
    open(training);
    assertThat(screen.last.headline()).isEqualTo("Epoch 4 of 40");
    assertThat(screen.last.freshness()).isEqualTo("batch 24 of 60, 1.2 s ago");
    assertThat(screen.last.details())
        .isEqualTo("412 images/s · 5 % waiting for data · about 14 min 57 s left");
    assertThat(screen.last.share()).isEqualTo(3.4 / 40);
  }

  @Test
  void aHiddenViewDrawsNothingAndCatchesUpWhenItIsSeen() throws Exception {
    MadeUp training = new MadeUp("compact", 60).train(30);
    open(training);
    int before = screen.changes;
    edt(
        () -> {
          controller.hidden();
          training.train(60).tell();
          return 0;
        });
    assertThat(screen.changes).isEqualTo(before);
    edt(
        () -> {
          controller.shown();
          return 0;
        });
    assertThat(screen.changes).isEqualTo(before + 1);
    assertThat(screen.last.headline()).isEqualTo("Epoch 2 of 40");
  }

  @Test
  void aTrainingThatIsPutIntoTheQueueAfterThisOneHasEndedIsFollowed() {
    FollowedTraining following = new FollowedTraining();
    TestTraining ended =
        new TestTraining("one", Training.State.DONE, Optional.empty(), Optional.empty());
    TestTraining next =
        new TestTraining("two", Training.State.QUEUED, Optional.empty(), Optional.empty());
    following.consider(List.of(ended));
    assertThat(following.get()).contains(ended);
    following.consider(List.of(ended, next));
    assertThat(following.get()).contains(next);
  }

  @Test
  void theNextTrainingIsFollowedWhenThisOneEnds() throws Exception {
    MadeUp first = new MadeUp("compact", 60).train(60);
    MadeUp second = new MadeUp("residual", 60);
    second.state = Training.State.QUEUED;
    open(first, second);
    assertThat(followed.get()).contains(first);
    edt(
        () -> {
          first.state = Training.State.DONE;
          second.state = Training.State.RUNNING;
          first.tell();
          return 0;
        });
    assertThat(followed.get()).contains(second);
    assertThat(first.listeners).isEmpty();
  }

  @Test
  void pauseStopAndFinishReachTheTraining() throws Exception {
    MadeUp training = new MadeUp("compact", 60).train(60);
    open(training);
    edt(
        () -> {
          controller.pauseOrResume();
          controller.pauseOrResume();
          controller.finishNow();
          controller.stop();
          return 0;
        });
    assertThat(training.asked).containsExactly("pause", "resume", "finish", "stop");
  }

  @Test
  void closingLeavesNoListenerBehind() throws Exception {
    MadeUp training = new MadeUp("compact", 60).train(60);
    open(training);
    edt(
        () -> {
          controller.close();
          return 0;
        });
    assertThat(training.listeners).isEmpty();
  }

  @Test
  void aLossThatIsNoNumberIsToldBeforeTheEpochEnds() throws Exception {
    MadeUp training = new MadeUp("compact", 60).train(20);
    open(training);
    assertThat(screen.hints).isEmpty();
    edt(
        () -> {
          training.broken = true;
          training.train(1).tell();
          return 0;
        });
    assertThat(screen.hints).extracting(Hint::severity).containsExactly(Hint.Severity.ERROR);
  }

  @Test
  void aRunOfFormerDaysIsDrawnWithItsHintsUntilAnotherTrainingBegins() throws Exception {
    MadeUp training = new MadeUp("compact", 60).train(60);
    open(training);
    RunRecord record = FormerRun.of("former", new MadeUp("old", 60).train(60 * 35));
    known.put(record.folder(), record);
    pick(record.folder());
    assertThat(followed.get()).contains(new FinishedRun(record));
    assertThat(screen.last.headline()).isEqualTo("Done · kept epoch " + record.bestEpoch());
    assertThat(screen.drawn).isEqualTo(35);
    assertThat(screen.hints).isNotEmpty();
    assertThat(screen.listed).hasSize(2);
    MadeUp next = new MadeUp("residual", 60).train(10);
    edt(
        () -> {
          queue.put(training, new MadeUp("waiting", 60));
          assertThat(followed.get()).contains(new FinishedRun(record));
          training.state = Training.State.DONE;
          queue.put(training, next);
          return 0;
        });
    assertThat(followed.get()).contains(next);
  }

  @Test
  void aRunOfThisWindowIsFollowedAsTheTrainingThatItIs() throws Exception {
    Path run = Path.of("runs", "first");
    MadeUp first = new MadeUp("compact", 60).train(120).splitDone(run);
    first.state = Training.State.DONE;
    MadeUp second = new MadeUp("residual", 60).train(60);
    open(first, second);
    assertThat(followed.get()).contains(second);
    pick(run);
    assertThat(followed.get()).contains(first);
  }

  @Test
  void whatWasChosenBeforeATrainingBeganDoesNotHideIt() throws Exception {
    RunRecord record = FormerRun.of("former", new MadeUp("old", 60).train(60 * 35));
    known.put(record.folder(), record);
    pick(record.folder());
    MadeUp training = new MadeUp("compact", 60).train(60);
    open(training);
    desk.settle();
    assertThat(followed.get()).contains(training);
  }

  private void pick(Path run) throws Exception {
    edt(
        () -> {
          desk.run().set(Optional.of(run));
          return 0;
        });
    desk.settle();
  }

  private void open(Training... trainings) throws Exception {
    edt(
        () -> {
          queue.put(trainings);
          controller.open();
          controller.shown();
          return 0;
        });
  }

  /** Remembers what it was told. */
  private static final class Seen implements CurvesController.Screen {
    Readout last = new Readout("", "", "", 0);
    List<Hint> hints = new ArrayList<>();
    List<Training> listed = List.of();
    int changes;
    int drawn;

    @Override
    public void trainings(List<Training> all, Optional<Training> training) {
      listed = List.copyOf(all);
    }

    @Override
    public void follow(Training training) {}

    @Override
    public void changed(Training training, Readout readout) {
      changes++;
      last = readout;
      drawn = training.course().epochs().size();
    }

    @Override
    public void readout(Readout readout) {
      last = readout;
    }

    @Override
    public void hints(List<Hint> found) {
      hints = found;
    }

    @Override
    public void stamp(String words) {}

    @Override
    public void overlays(List<Overlay> overlays) {}

    @Override
    public void offer(List<RunRecord> runs) {}
  }
}
