package axial.train;

import axial.job.Extension;
import axial.job.Settings;
import org.osgi.annotation.versioning.ConsumerType;

/** Changes the learning rate from epoch to epoch. Several may run together on one rate. */
@ConsumerType
public interface LearningRateSchedule extends Extension {

  /**
   * A fresh course of this schedule, for one training; used by one thread.
   *
   * @param epochs the most that the training has, at least 1
   */
  Course begin(Settings settings, int epochs);

  /** One schedule in one training. It depends on nothing but the epochs that it was shown. */
  @ConsumerType
  interface Course {
    /**
     * The learning rate of the first epoch.
     *
     * @param learningRate the optimiser's, as earlier schedules left it
     */
    default double first(double learningRate) {
      return learningRate;
    }

    /**
     * The learning rate after this epoch.
     *
     * @param epoch the epoch that has just ended
     * @param learningRate the rate as earlier schedules left it
     */
    double after(Epoch epoch, double learningRate);
  }
}
