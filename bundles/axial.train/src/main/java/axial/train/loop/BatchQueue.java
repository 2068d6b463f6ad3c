package axial.train.loop;

import axial.data.Image;
import axial.job.CancelledException;
import axial.job.Seed;
import axial.model.Batch;
import axial.train.TrainingData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * All batches of a training, epoch by epoch: the training part in an order of its own, then the
 * validation part. Each is made ready on another thread while the one before is computed with, the
 * first of an epoch while the epoch before is validated. At most two exist at a time.
 */
final class BatchQueue implements AutoCloseable {

  private final TrainingData data;
  private final double[] classWeights;
  private final int size;
  private final int lastEpoch;
  private final Seed seed;
  private final ExecutorService worker;
  private List<Integer> order = List.of();
  private int epoch;
  private int submitted;
  private Future<Prepared> next;

  /** The batches of the epochs from {@code firstEpoch} to {@code lastEpoch}, at least one. */
  BatchQueue(
      TrainingData data,
      double[] classWeights,
      int size,
      int firstEpoch,
      int lastEpoch,
      Seed seed) {
    this.data = data;
    this.classWeights = classWeights;
    this.size = size;
    this.lastEpoch = lastEpoch;
    this.seed = seed;
    worker =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "axial-batches");
              thread.setDaemon(true);
              return thread;
            });
    begin(firstEpoch);
    next = submit();
  }

  private void begin(int number) {
    epoch = number;
    submitted = 0;
    order = new ArrayList<>(IntStream.range(0, data.trainSize()).boxed().toList());
    seed.derive("order").derive(number).draws().shuffle(order);
  }

  /** How many training batches an epoch has; the last one may be smaller. */
  int trainBatches() {
    return batches(data.trainSize());
  }

  /** How many validation batches come after them. */
  int validationBatches() {
    return batches(data.validationSize());
  }

  private int batches(int images) {
    return (images + size - 1) / size;
  }

  /** The next batch; waits for it, and begins the one after. */
  Prepared take() {
    try {
      Prepared prepared = next.get();
      if (submitted == trainBatches() + validationBatches() && epoch < lastEpoch) {
        begin(epoch + 1);
      }
      if (submitted < trainBatches() + validationBatches()) {
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
    int ofEpoch = epoch;
    List<Integer> ofOrder = order;
    return worker.submit(
        () ->
            number <= trainBatches()
                ? training(number, ofEpoch, ofOrder)
                : validation(number - trainBatches()));
  }

  private Prepared training(int number, int ofEpoch, List<Integer> ofOrder) {
    List<Image> images = new ArrayList<>();
    List<Integer> part =
        ofOrder.subList((number - 1) * size, Math.min(ofOrder.size(), number * size));
    int[] truth = part.stream().mapToInt(data::trainLabel).toArray();
    part.forEach(index -> images.add(data.trainImage(index, ofEpoch)));
    return new Prepared(number, Batch.of(images), truth, weights(truth));
  }

  private double[] weights(int[] truth) {
    return Arrays.stream(truth).mapToDouble(label -> classWeights[label]).toArray();
  }

  private Prepared validation(int number) {
    List<Image> images = new ArrayList<>();
    int from = (number - 1) * size;
    int to = Math.min(data.validationSize(), number * size);
    int[] truth = IntStream.range(from, to).map(data::validationLabel).toArray();
    IntStream.range(from, to).forEach(index -> images.add(data.validationImage(index)));
    return new Prepared(number, Batch.of(images), truth, weights(truth));
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
