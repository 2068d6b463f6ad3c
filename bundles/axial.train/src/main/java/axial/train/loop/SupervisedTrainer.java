package axial.train.loop;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Seed;
import axial.model.Engine;
import axial.model.Network;
import axial.model.TrainableModel;
import axial.train.CheckpointStore;
import axial.train.Epoch;
import axial.train.LearningRateSchedule;
import axial.train.Trainer;
import axial.train.TrainingData;
import axial.train.TrainingListener;
import axial.train.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    Courses courses = new Courses(plan, schedules);
    epochs.forEach(courses::replay);
    if (ended(epochs, plan)) {
      return result(bestModel(network, data, engine, checkpoints), epochs, plan);
    }
    double[] weights = ClassWeights.of(data, plan.balancedClasses());
    // The first batch is made ready while the engine makes the model.
    try (BatchQueue queue =
        new BatchQueue(data, weights, plan.batch(), epochs.size() + 1, plan.epochs(), seed)) {
      TrainableModel model =
          epochs.isEmpty()
              ? engine.create(network, data.labels(), seed.derive("init"))
              : engine.load(checkpoints.lastModel(), network, data.labels());
      boolean handedOver = false;
      try {
        boolean whole =
            goOn(model, plan, courses, queue, seed, epochs, checkpoints, listener, progress);
        handedOver = whole && best(epochs) == epochs.size();
        return result(
            handedOver ? model : bestModel(network, data, engine, checkpoints), epochs, plan);
      } finally {
        if (!handedOver) {
          model.close();
        }
      }
    } catch (OutOfMemoryError full) {
      throw outOfMemory(plan, full);
    }
  }

  private static TrainableModel bestModel(
      Network network, TrainingData data, Engine engine, CheckpointStore checkpoints) {
    return engine.load(checkpoints.bestModel(), network, data.labels());
  }

  private static Result result(TrainableModel model, List<Epoch> epochs, TrainingPlan plan) {
    End end =
        stopsEarly(epochs, plan)
            ? End.PATIENCE
            : epochs.size() >= plan.epochs() ? End.PLAN : End.USER;
    return new Result(model, epochs, best(epochs), end);
  }

  /**
   * Trains the epochs that are left and adds them to {@code epochs}.
   *
   * @return false when the user ended it, so that the model may be past the last of them
   */
  private static boolean goOn(
      TrainableModel model,
      TrainingPlan plan,
      Courses courses,
      BatchQueue queue,
      Seed seed,
      List<Epoch> epochs,
      CheckpointStore checkpoints,
      TrainingListener listener,
      Progress progress) {
    Stopwatch watch = new Stopwatch();
    EpochLoop loop = new EpochLoop(model, queue, watch, seed, listener, progress);
    double rate =
        epochs.isEmpty()
            ? courses.first(model.network().optimizer().learningRate())
            : epochs.get(epochs.size() - 1).nextLearningRate();
    while (!ended(epochs, plan)) {
      Optional<Epoch> trained = loop.run(epochs.size() + 1, rate);
      if (trained.isEmpty()) {
        return false;
      }
      Epoch epoch = courses.withNextRate(trained.get());
      epochs.add(epoch);
      rate = epoch.nextLearningRate();
      boolean best = best(epochs) == epoch.number();
      watch.time(
          Stopwatch.Part.CHECKPOINT, () -> checkpoints.keep(model, List.copyOf(epochs), best));
      watch.time(Stopwatch.Part.LISTENERS, () -> listener.epochDone(epoch, best));
    }
    return true;
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

  private static ProblemException outOfMemory(TrainingPlan plan, OutOfMemoryError full) {
    return new ProblemException(
        new Problem(
            Problem.Kind.MACHINE,
            "There is not enough memory to train with a batch of " + plan.batch() + ".",
            plan.batch() == 1
                ? "Train a smaller network or smaller images."
                : "Use a smaller batch, for example --batch " + plan.batch() / 2 + "."),
        full);
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

  private static boolean ended(List<Epoch> epochs, TrainingPlan plan) {
    return epochs.size() >= plan.epochs() || stopsEarly(epochs, plan);
  }

  private static boolean stopsEarly(List<Epoch> epochs, TrainingPlan plan) {
    return plan.patience() > 0
        && !epochs.isEmpty()
        && epochs.size() - best(epochs) >= plan.patience();
  }
}
