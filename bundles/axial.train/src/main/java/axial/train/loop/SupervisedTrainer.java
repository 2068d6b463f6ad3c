package axial.train.loop;

import axial.job.Choice;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Settings;
import axial.model.Engine;
import axial.model.Network;
import axial.model.TrainableModel;
import axial.train.CheckpointStore;
import axial.train.Epoch;
import axial.train.LearningRateSchedule;
import axial.train.Metrics;
import axial.train.Trainer;
import axial.train.TrainingData;
import axial.train.TrainingListener;
import axial.train.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Trains epoch by epoch, as the notebook does, and keeps the weights of the best epoch. */
@Component
public final class SupervisedTrainer implements Trainer {

  @Override
  public Result train(
      Network network,
      TrainingPlan plan,
      List<LearningRateSchedule> schedules,
      TrainingData data,
      Engine engine,
      Seed seed,
      CheckpointStore checkpoints,
      TrainingListener listener,
      Progress progress) {
    requireSamples(data);
    List<Epoch> epochs = new ArrayList<>(checkpoints.epochs());
    Courses courses = new Courses(plan.schedules(), schedules);
    epochs.forEach(courses::replay);
    TrainableModel model =
        epochs.isEmpty()
            ? engine.create(network, data.labels(), seed.derive("init"))
            : engine.load(checkpoints.lastModel(), network, data.labels());
    boolean handedOver = false;
    try {
      double rate =
          epochs.isEmpty()
              ? network.optimizer().learningRate()
              : epochs.get(epochs.size() - 1).nextLearningRate();
      boolean early = stopsEarly(epochs, plan);
      while (epochs.size() < plan.epochs() && !early) {
        Epoch epoch =
            epoch(model, plan, data, epochs.size() + 1, rate, seed, courses, listener, progress);
        epochs.add(epoch);
        rate = epoch.nextLearningRate();
        boolean best = best(epochs) == epoch.number();
        checkpoints.keep(model, epochs, best);
        listener.epochDone(epoch, best);
        early = stopsEarly(epochs, plan);
      }
      handedOver = best(epochs) == epochs.size();
      return handedOver
          ? new Result(model, epochs, best(epochs), early)
          : new Result(
              engine.load(checkpoints.bestModel(), network, data.labels()),
              epochs,
              best(epochs),
              early);
    } finally {
      if (!handedOver) {
        model.close();
      }
    }
  }

  private static Epoch epoch(
      TrainableModel model,
      TrainingPlan plan,
      TrainingData data,
      int number,
      double rate,
      Seed seed,
      Courses courses,
      TrainingListener listener,
      Progress progress) {
    long began = System.nanoTime();
    model.setLearningRate(rate);
    Metrics.Sum sum = new Metrics.Sum(data.labels());
    double[] weights = ClassWeights.of(data, plan.balancedClasses());
    try (BatchQueue queue = new BatchQueue(data, weights, plan.batch(), number, seed)) {
      Seed dropout = seed.derive("dropout").derive(number);
      for (int b = 1; b <= queue.count(); b++) {
        progress.check();
        Prepared next = queue.take();
        TrainableModel.Step step =
            model.fit(next.batch(), next.truth(), next.weights(), dropout.derive(b));
        if (!Double.isFinite(step.loss())) {
          throw diverged("loss", step.loss(), "in batch %d of epoch %d".formatted(b, number), rate);
        }
        sum.add(step.loss(), step.probabilities(), next.truth());
        Metrics.Sum alone = new Metrics.Sum(data.labels());
        alone.add(step.loss(), step.probabilities(), next.truth());
        listener.batchDone(number, b, queue.count(), alone.metrics());
      }
    }
    Metrics validation = Validation.of(model, data, plan.batch(), progress);
    if (!Double.isFinite(validation.loss())) {
      throw diverged("validation loss", validation.loss(), "after epoch " + number, rate);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    Epoch plain = new Epoch(number, sum.metrics(), validation, rate, rate, seconds);
    return new Epoch(number, plain.train(), validation, rate, courses.after(plain), seconds);
  }

  private static void requireSamples(TrainingData data) {
    if (data.trainSize() == 0 || data.validationSize() == 0) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "A training needs images to learn from and images to validate with; there are %d and %d."
              .formatted(data.trainSize(), data.validationSize()),
          "Add images, or change the shares of the split.");
    }
  }

  private static ProblemException diverged(String what, double loss, String when, double rate) {
    return ProblemException.of(
        Problem.Kind.INPUT,
        "The %s became %s %s at learning rate %s.".formatted(what, loss, when, rate),
        "Train with a smaller learning rate.");
  }

  /** The number of the epoch with the lowest validation loss, the first of equals. */
  private static int best(List<Epoch> epochs) {
    int best = 0;
    for (Epoch epoch : epochs) {
      if (best == 0 || epoch.validation().loss() < epochs.get(best - 1).validation().loss()) {
        best = epoch.number();
      }
    }
    return best;
  }

  private static boolean stopsEarly(List<Epoch> epochs, TrainingPlan plan) {
    return plan.patience() > 0
        && !epochs.isEmpty()
        && epochs.size() - best(epochs) >= plan.patience();
  }

  /** The schedules of one training, in their order, on one shared rate. */
  private static final class Courses {

    private final List<LearningRateSchedule.Course> courses = new ArrayList<>();

    Courses(List<Choice> choices, List<LearningRateSchedule> schedules) {
      for (Choice choice : choices) {
        LearningRateSchedule schedule =
            schedules.stream()
                .filter(s -> s.id().equals(choice.id()))
                .findFirst()
                .orElseThrow(
                    () ->
                        ProblemException.of(
                            Problem.Kind.USAGE,
                            "There is no learning-rate schedule \"" + choice.id() + "\".",
                            "Install the bundle that brings it, or leave it out."));
        courses.add(
            schedule.begin(
                Settings.of(
                    "the schedule " + choice.id(), schedule.settings(), choice.settings())));
      }
    }

    /** The rate after an epoch whose {@code nextLearningRate} is not known yet. */
    double after(Epoch epoch) {
      double next = epoch.learningRate();
      for (LearningRateSchedule.Course course : courses) {
        next = course.after(epoch, next);
      }
      return next;
    }

    /** Shows an epoch of an earlier training, as it was shown then. */
    void replay(Epoch e) {
      double rate = e.learningRate();
      after(new Epoch(e.number(), e.train(), e.validation(), rate, rate, e.seconds()));
    }
  }
}
