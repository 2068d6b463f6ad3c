package axial.workbench.job;

import static org.assertj.core.api.Assertions.assertThat;

import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.view.Jobs;
import axial.view.testing.TestDesk;
import axial.workbench.share.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobRunnerTest {

  private final List<Problem> told = new ArrayList<>();
  private final List<String> outcomes = new ArrayList<>();
  private final JobRunner runner = new JobRunner((problem, cause) -> told.add(problem));
  private final Scope scope = new Scope();

  @AfterEach
  void close() throws Exception {
    TestDesk.edt(
        () -> {
          runner.close();
          return true;
        });
  }

  private Jobs.Job start(Jobs.Work<String> work) throws Exception {
    return TestDesk.edt(() -> runner.within(scope).start("Count", work, outcomes::add));
  }

  private void settle() throws Exception {
    TestDesk.await("no job is left", () -> runner.running().get().isEmpty());
  }

  @Test
  void theOutcomeArrivesAndTheJobIsListedMeanwhile() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    Jobs.Job job =
        start(
            progress -> {
              progress.at("Counting", 3, 4);
              go.await();
              return "four";
            });
    TestDesk.await("its progress shows", () -> job.share() == 0.75);
    assertThat(TestDesk.edt(() -> runner.running().get())).containsExactly(job);
    go.countDown();
    settle();
    assertThat(outcomes).containsExactly("four");
    assertThat(job.ended()).isTrue();
  }

  @Test
  void whatComesOfAJobIsDroppedWhenItsPartWasClosedMeanwhile() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    start(
        progress -> {
          go.await();
          return "late";
        });
    TestDesk.edt(
        () -> {
          scope.close();
          return true;
        });
    go.countDown();
    settle();
    assertThat(outcomes).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void aCancelledJobEndsSilently() throws Exception {
    Jobs.Job job =
        start(
            progress -> {
              while (true) {
                progress.check();
                Thread.onSpinWait();
              }
            });
    job.cancel();
    settle();
    assertThat(outcomes).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void aProblemIsToldAsItIsAndAnythingElseInWords() throws Exception {
    start(
        progress -> {
          throw ProblemException.of(
              Problem.Kind.INPUT, "The folder x is empty.", "Choose another.");
        });
    settle();
    start(
        progress -> {
          throw new IllegalStateException("no such knob");
        });
    settle();
    assertThat(told).hasSize(2);
    assertThat(told.get(0).text()).isEqualTo("The folder x is empty. Choose another.");
    assertThat(told.get(1).summary()).contains("\"Count\"", "no such knob");
    assertThat(outcomes).isEmpty();
  }

  @Test
  void aJobThatThrowsItsOwnCancellationIsNoFailure() throws Exception {
    start(
        progress -> {
          throw new CancelledException("The job");
        });
    settle();
    assertThat(told).isEmpty();
  }
}
