package axial.train.loop;

import axial.data.Image;
import axial.job.CancelledException;
import axial.job.Seed;
import axial.model.Batch;
import axial.train.TrainingData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The batches of one epoch, each made ready on another thread while the one before is trained. At
 * most two exist at a time.
 */
final class BatchQueue implements AutoCloseable {

  private final TrainingData data;
  private final double[] classWeights;
  private final int size;
  private final int epoch;
  private final List<Integer> order;
  private final ExecutorService worker;
  private int submitted;
  private Future<Prepared> next;

  BatchQueue(TrainingData data, double[] classWeights, int size, int epoch, Seed seed) {
    this.data = data;
    this.classWeights = classWeights;
    this.size = size;
    this.epoch = epoch;
    this.order = new ArrayList<>();
    for (int i = 0; i < data.trainSize(); i++) {
      order.add(i);
    }
    seed.derive("order").derive(epoch).draws().shuffle(order);
    worker =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "axial-batches");
              thread.setDaemon(true);
              return thread;
            });
    next = submit();
  }

  /** How many batches the epoch has; the last one may be smaller. */
  int count() {
    return (order.size() + size - 1) / size;
  }

  /** The next batch; waits for it, and begins the one after. */
  Prepared take() {
    Future<Prepared> current = next;
    try {
      Prepared prepared = current.get();
      if (submitted < count()) {
        next = submit();
      }
      return prepared;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (failed.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException("A batch could not be made ready.", failed.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CancelledException("The training");
    }
  }

  private Future<Prepared> submit() {
    int number = ++submitted;
    return worker.submit(() -> prepare(number));
  }

  private Prepared prepare(int number) {
    List<Integer> part = order.subList((number - 1) * size, Math.min(order.size(), number * size));
    List<Image> images = new ArrayList<>();
    int[] truth = new int[part.size()];
    double[] weights = new double[part.size()];
    for (int i = 0; i < part.size(); i++) {
      images.add(data.trainImage(part.get(i), epoch));
      truth[i] = data.trainLabel(part.get(i));
      weights[i] = classWeights[truth[i]];
    }
    return new Prepared(number, Batch.of(images), truth, weights);
  }

  /** Drops what is not taken yet and waits until nobody reads the data any more. */
  @Override
  public void close() {
    worker.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      while (!worker.awaitTermination(1, TimeUnit.MINUTES)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException hurry) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
