package axial.train.loop;

import axial.job.Choice;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Settings;
import axial.train.Epoch;
import axial.train.LearningRateSchedule;
import axial.train.TrainingPlan;
import java.util.ArrayList;
import java.util.List;

/** The schedules of one training, in their order, on one shared rate. */
final class Courses {

  private final List<LearningRateSchedule.Course> courses = new ArrayList<>();

  Courses(TrainingPlan plan, List<LearningRateSchedule> schedules) {
    for (Choice choice : plan.schedules()) {
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
              Settings.of("the schedule " + choice.id(), schedule.settings(), choice.settings()),
              plan.epochs()));
    }
  }

  /** The rate of the first epoch, which the schedules make of the optimiser's. */
  double first(double rate) {
    double first = rate;
    for (LearningRateSchedule.Course course : courses) {
      first = course.first(first);
    }
    return first;
  }

  /** An epoch with the rate after it, which the schedules make of the rate that it has. */
  Epoch withNextRate(Epoch epoch) {
    double next = epoch.learningRate();
    for (LearningRateSchedule.Course course : courses) {
      next = course.after(epoch, next);
    }
    return epoch.withNextLearningRate(next);
  }

  /** Shows an epoch of an earlier training, as it was shown then. */
  void replay(Epoch epoch) {
    withNextRate(epoch.withNextLearningRate(epoch.learningRate()));
  }
}
