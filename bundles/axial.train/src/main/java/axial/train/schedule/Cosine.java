package axial.train.schedule;

import axial.job.Setting;
import axial.job.Settings;
import axial.train.Epoch;
import axial.train.LearningRateSchedule;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * Lowers the learning rate along half a cosine to the last epoch of the plan (Loshchilov and Hutter
 * 2017, without restarts), after a linear warm-up (Goyal and others 2017).
 *
 * <p>With w epochs of warm-up of n, epoch e has the optimiser's rate times e / (w + 1) up to epoch
 * w, and then times end + (1 - end) (1 + cos(pi (e - w - 1) / (n - w))) / 2: the whole rate in
 * epoch w + 1, and {@code end} after the last.
 */
@Component
public final class Cosine implements LearningRateSchedule {

  @Override
  public String id() {
    return "cosine";
  }

  @Override
  public String description() {
    return "Lowers the learning rate along half a cosine until the last epoch, after a warm-up.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Whole(
            "warm-up", 0, 0, 1000, "Epochs in which the rate rises; fewer than all there are."),
        new Setting.Real(
            "end", 0.01, 1e-6, 1, "Share of the rate that would be left after the last epoch."));
  }

  @Override
  public Course begin(Settings settings, int epochs) {
    int warmUp = Math.min(settings.whole("warm-up"), epochs - 1);
    return new Course(warmUp, epochs, settings.real("end"));
  }

  /** Multiplies the rate by the quotient of two shares, so that other schedules keep their say. */
  private record Course(int warmUp, int epochs, double end) implements LearningRateSchedule.Course {

    @Override
    public double first(double learningRate) {
      return learningRate * share(1);
    }

    @Override
    public double after(Epoch epoch, double learningRate) {
      return learningRate * share(epoch.number() + 1) / share(epoch.number());
    }

    /** The share of the optimiser's rate that an epoch is trained with. */
    private double share(int epoch) {
      if (epoch <= warmUp) {
        return epoch / (warmUp + 1.0);
      }
      double way = Math.min(1, (epoch - warmUp - 1.0) / (epochs - warmUp));
      return end + (1 - end) * (1 + StrictMath.cos(StrictMath.PI * way)) / 2;
    }
  }
}
