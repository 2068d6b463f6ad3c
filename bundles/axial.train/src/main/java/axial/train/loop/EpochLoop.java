package axial.train.loop;

import axial.data.Labels;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Seed;
import axial.model.TrainableModel;
import axial.train.Epoch;
import axial.train.Metrics;
import axial.train.TrainingListener;

/** One epoch: steps over the training part, then predictions of the validation part. */
final class EpochLoop {

  private final TrainableModel model;
  private final BatchQueue queue;
  private final Stopwatch watch;
  private final Seed seed;
  private final TrainingListener listener;
  private final Progress progress;

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

  /** The next epoch of the queue, at one learning rate, which is also the next until others say. */
  Epoch run(int number, double rate) {
    long began = System.nanoTime();
    model.setLearningRate(rate);
    Metrics train = train(number, rate);
    Metrics validation = validate();
    if (!Double.isFinite(validation.loss())) {
      throw diverged("validation loss", validation.loss(), "after epoch " + number, rate);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Epoch(number, train, validation, rate, rate, seconds, watch.next());
  }

  private Metrics train(int number, double rate) {
    Labels labels = model.labels();
    Metrics.Sum sum = new Metrics.Sum(labels);
    Seed dropout = seed.derive(number);
    for (int b = 1; b <= queue.trainBatches(); b++) {
      progress.check();
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
      Metrics.Sum alone = new Metrics.Sum(labels);
      alone.add(step.loss(), step.probabilities(), next.truth());
      watch.time(
          Stopwatch.Part.LISTENERS,
          () -> listener.batchDone(number, next.number(), queue.trainBatches(), alone.metrics()));
    }
    return sum.metrics();
  }

  private Metrics validate() {
    Metrics.Sum sum = new Metrics.Sum(model.labels());
    for (int b = 1; b <= queue.validationBatches(); b++) {
      progress.check();
      Prepared next = watch.time(Stopwatch.Part.DATA, queue::take);
      double[][] probabilities =
          watch.time(Stopwatch.Part.VALIDATION, () -> model.predict(next.batch()));
      double loss = Validation.loss(probabilities, next.truth(), next.weights());
      sum.add(loss, probabilities, next.truth());
    }
    return sum.metrics();
  }

  private static ProblemException diverged(String what, double loss, String when, double rate) {
    return ProblemException.of(
        Problem.Kind.INPUT,
        "The %s became %s %s at learning rate %s.".formatted(what, loss, when, rate),
        "Train with a smaller learning rate.");
  }
}
