package axial.train.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Image;
import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BatchQueueTest {

  private static final double[] EQUAL = {1, 1};

  private static BatchQueue queue(TenSamples data) {
    return new BatchQueue(data, EQUAL, 4, 1, 2, new Seed(1));
  }

  /** Whether a worker is left; one that has done its work may take a moment to be gone. */
  private static boolean workerLives() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("axial-batches"))
        .anyMatch(
            thread -> {
              try {
                thread.join(10_000);
              } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
              }
              return thread.isAlive();
            });
  }

  @Test
  void theLastBatchIsSmallerAndValidationComesAfterEachEpoch() {
    try (BatchQueue queue = queue(new TenSamples())) {
      List<Integer> sizes = new ArrayList<>();
      List<Integer> numbers = new ArrayList<>();
      for (int b = 0; b < 2 * (queue.trainBatches() + queue.validationBatches()); b++) {
        Prepared prepared = queue.take();
        sizes.add(prepared.batch().size());
        numbers.add(prepared.number());
      }
      assertThat(sizes).containsExactly(4, 4, 2, 3, 4, 4, 2, 3);
      assertThat(numbers).containsExactly(1, 2, 3, 1, 1, 2, 3, 1);
    }
    assertThat(workerLives()).isFalse();
  }

  @Test
  void theFirstBatchOfAnEpochIsMadeReadyWhileTheOneBeforeIsValidated() throws InterruptedException {
    Semaphore read = new Semaphore(0);
    TenSamples data =
        new TenSamples() {
          @Override
          public Image trainImage(int index, int epoch) {
            read.release(epoch == 2 ? 1 : 0);
            return super.trainImage(index, epoch);
          }
        };
    try (BatchQueue queue = queue(data)) {
      for (int b = 0; b < queue.trainBatches(); b++) {
        queue.take();
      }
      Prepared validation = queue.take();
      assertThat(validation.truth()).containsExactly(1, 1, 1);
      assertThat(read.tryAcquire(4, 10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void oneBatchIsMadeReadyWhileTheOneBeforeIsTrained() throws InterruptedException {
    Semaphore read = new Semaphore(0);
    TenSamples data =
        new TenSamples() {
          @Override
          public Image trainImage(int index, int epoch) {
            read.release();
            return super.trainImage(index, epoch);
          }
        };
    try (BatchQueue queue = queue(data)) {
      queue.take();
      assertThat(read.tryAcquire(8, 10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(read.availablePermits()).isZero();
  }

  @Test
  void aProblemOfTheDataIsHandedOnAndNoThreadIsLeft() {
    TenSamples data =
        new TenSamples() {
          @Override
          public Image trainImage(int index, int epoch) {
            throw ProblemException.of(Problem.Kind.INPUT, "Image " + index + " is gone.", "");
          }
        };
    try (BatchQueue queue = queue(data)) {
      assertThatThrownBy(queue::take)
          .isInstanceOf(ProblemException.class)
          .hasMessageEndingWith("is gone.");
    }
    assertThat(workerLives()).isFalse();
  }

  @Test
  void anInterruptedTrainingCountsAsCancelledAndNoThreadIsLeft() throws InterruptedException {
    CountDownLatch waiting = new CountDownLatch(1);
    TenSamples data =
        new TenSamples() {
          @Override
          public Image trainImage(int index, int epoch) {
            waiting.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException stop) {
              Thread.currentThread().interrupt();
            }
            return super.trainImage(index, epoch);
          }
        };
    List<Throwable> thrown = new ArrayList<>();
    Thread training =
        new Thread(
            () -> {
              try (BatchQueue queue = queue(data)) {
                queue.take();
              } catch (CancelledException stopped) {
                thrown.add(stopped);
              }
            });
    training.start();
    assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
    training.interrupt();
    training.join(10_000);
    assertThat(thrown).hasSize(1);
    assertThat(workerLives()).isFalse();
  }
}
