package axial.train.schedule;

import axial.job.Setting;
import axial.job.Settings;
import axial.train.Epoch;
import axial.train.LearningRateSchedule;
import java.util.List;

/**
 * Keras 2.4's {@code ReduceLROnPlateau}: when the watched figure has not become better by more than
 * {@code min-delta} for {@code patience} epochs, the rate is multiplied by {@code factor}.
 */
final class Plateau {

  static final List<Setting> SETTINGS =
      List.of(
          new Setting.Real("factor", 0.3, 0.001, 0.999, "What the rate is multiplied by."),
          new Setting.Whole("patience", 2, 1, 1000, "Epochs without improvement before a cut."),
          new Setting.Real("min-delta", 1e-4, 0, 1, "Smallest change that counts as improvement."),
          new Setting.Whole("cooldown", 0, 0, 1000, "Epochs after a cut in which nothing counts."),
          new Setting.Real("min-lr", 1e-9, 0, 1, "The rate never goes below this."));

  private Plateau() {}

  /** A course that watches the figure of that name; higher is better when {@code maximise}. */
  static LearningRateSchedule.Course course(String figure, boolean maximise, Settings settings) {
    return new Course(
        figure,
        maximise ? 1 : -1,
        settings.real("factor"),
        settings.whole("patience"),
        settings.real("min-delta"),
        settings.whole("cooldown"),
        settings.real("min-lr"));
  }

  private static final class Course implements LearningRateSchedule.Course {

    private final String figure;
    private final int sign;
    private final double factor;
    private final int patience;
    private final double minDelta;
    private final int cooldown;
    private final double minRate;
    private double best = Double.NEGATIVE_INFINITY;
    private int wait;
    private int cooling;

    Course(
        String figure,
        int sign,
        double factor,
        int patience,
        double minDelta,
        int cooldown,
        double minRate) {
      this.figure = figure;
      this.sign = sign;
      this.factor = factor;
      this.patience = patience;
      this.minDelta = minDelta;
      this.cooldown = cooldown;
      this.minRate = minRate;
    }

    @Override
    public double after(Epoch epoch, double learningRate) {
      double value = sign * epoch.figure(figure);
      if (cooling > 0) {
        cooling--;
        wait = 0;
      }
      if (value > best + minDelta) {
        best = value;
        wait = 0;
      } else if (cooling == 0) {
        wait++;
        if (wait >= patience && learningRate > minRate) {
          cooling = cooldown;
          wait = 0;
          return Math.max(learningRate * factor, minRate);
        }
      }
      return learningRate;
    }
  }
}
