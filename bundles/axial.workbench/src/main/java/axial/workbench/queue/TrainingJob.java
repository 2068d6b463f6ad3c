package axial.workbench.queue;

import axial.view.Jobs;
import axial.view.run.Course;
import axial.view.run.Training;

/** A training as the status bar lists it. Only on the event dispatch thread. */
final class TrainingJob implements Jobs.Job {

  private final QueuedTraining training;
  private final long began = System.nanoTime();

  TrainingJob(QueuedTraining training) {
    this.training = training;
  }

  @Override
  public String title() {
    return switch (training.state()) {
      case PAUSED -> "Training " + training.title() + " (paused)";
      case STOPPING -> "Training " + training.title() + " (stopping)";
      default -> "Training " + training.title();
    };
  }

  @Override
  public String task() {
    Course course = training.course();
    Course.Batches batches = course.batches();
    if (batches.count() > 0 && course.epochs().size() < course.plannedEpochs()) {
      return "epoch %d of %d".formatted(batches.epoch(batches.count() - 1), course.plannedEpochs());
    }
    return training.gate().step().task();
  }

  @Override
  public double share() {
    Course course = training.course();
    Course.Batches batches = course.batches();
    if (batches.count() == 0 || course.plannedEpochs() == 0) {
      Gate.Step step = training.gate().step();
      return step.total() <= 0 ? -1 : Math.min(1, (double) step.done() / step.total());
    }
    int last = batches.count() - 1;
    double epochs =
        batches.epoch(last) - 1 + (double) batches.inEpoch(last) / batches.ofEpoch(last);
    return Math.min(1, epochs / course.plannedEpochs());
  }

  @Override
  public double secondsLeft() {
    double share = share();
    if (share <= 0 || training.course().batches().count() == 0) {
      return -1;
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    return seconds / share * (1 - share);
  }

  @Override
  public void cancel() {
    training.stop();
  }

  @Override
  public boolean ended() {
    Training.State state = training.state();
    return state == Training.State.DONE
        || state == Training.State.STOPPED
        || state == Training.State.FAILED;
  }
}
