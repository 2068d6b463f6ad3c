package axial.train.loop;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Seed;
import axial.model.TrainableModel;
import axial.train.Epoch;
import axial.train.Metrics;
import axial.train.TrainingListener;
import java.util.Optional;

/** One epoch: steps over the training part, then predictions of the validation part. */
final class EpochLoop {

  private final TrainableModel model;
  private final BatchQueue queue;
  private final Stopwatch watch;
  private final Seed seed;
  private final TrainingListener listener;
  private final Progress progress;
  private long paused;

  EpochLoop(
      TrainableModel model,
      BatchQueue queue,
      Stopwatch watch,
      Seed seed,
      TrainingListener listener,
      Progress progress) {
    this.model = model;
    this.queue = queue;
    this.watch = watch;
    this.seed = seed.derive("dropout");
    this.listener = listener;
    this.progress = progress;
  }

  /**
   * The next epoch of the queue, at one learning rate, which is also the next until others say.
   *
   * @return nothing when the user wanted the training to end in the midst of it, which the first
   *     epoch does not heed
   */
  Optional<Epoch> run(int number, double rate) {
    long began = System.nanoTime();
    paused = 0;
    model.setLearningRate(rate);
    Metrics.Sum train = new Metrics.Sum(model.labels());
    Metrics.Sum validation = new Metrics.Sum(model.labels());
    if (!train(train, number, rate) || !validate(validation, number)) {
      return Optional.empty();
    }
    double loss = validation.metrics().loss();
    if (!Double.isFinite(loss)) {
      throw diverged("validation loss", loss, "after epoch " + number, rate);
    }
    double seconds = (System.nanoTime() - began - paused) / 1e9;
    return Optional.of(
        new Epoch(
            number,
            train.metrics(),
            validation.metrics(),
            rate,
            rate,
            seconds,
            watch.next(),
            validation.confusion()));
  }

  /** Waits while the training is paused, and says whether the epoch goes on. */
  private boolean goesOn(int number) {
    long began = System.nanoTime();
    progress.check();
    paused += System.nanoTime() - began;
    return number == 1 || !progress.finishNow();
  }

  private boolean train(Metrics.Sum sum, int number, double rate) {
    Seed dropout = seed.derive(number);
    for (int b = 1; b <= queue.trainBatches(); b++) {
      if (!goesOn(number)) {
        return false;
      }
      Prepared next = watch.time(Stopwatch.Part.DATA, queue::take);
      Seed own = dropout.derive(b);
      TrainableModel.Step step =
          watch.time(
              Stopwatch.Part.COMPUTE,
              () -> model.fit(next.batch(), next.truth(), next.weights(), own));
      if (!Double.isFinite(step.loss())) {
        throw diverged("loss", step.loss(), "in batch %d of epoch %d".formatted(b, number), rate);
      }
      sum.add(step.loss(), step.probabilities(), next.truth());
      Metrics.Sum alone = new Metrics.Sum(model.labels());
      alone.add(step.loss(), step.probabilities(), next.truth());
      watch.time(
          Stopwatch.Part.LISTENERS,
          () -> listener.batchDone(number, next.number(), queue.trainBatches(), alone.metrics()));
    }
    return true;
  }

  private boolean validate(Metrics.Sum sum, int number) {
    for (int b = 1; b <= queue.validationBatches(); b++) {
      if (!goesOn(number)) {
        return false;
      }
      Prepared next = watch.time(Stopwatch.Part.DATA, queue::take);
      double[][] probabilities =
          watch.time(Stopwatch.Part.VALIDATION, () -> model.predict(next.batch()));
      double loss = Validation.loss(probabilities, next.truth(), next.weights());
      sum.add(loss, probabilities, next.truth());
    }
    return true;
  }

  private static ProblemException diverged(String what, double loss, String when, double rate) {
    return ProblemException.of(
        Problem.Kind.INPUT,
        "The %s became %s %s at learning rate %s.".formatted(what, loss, when, rate),
        "Train with a smaller learning rate.");
  }
}
