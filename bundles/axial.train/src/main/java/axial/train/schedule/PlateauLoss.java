package axial.train.schedule;

import axial.job.Setting;
import axial.job.Settings;
import axial.train.LearningRateSchedule;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Cuts the learning rate when the validation loss no longer improves. */
@Component
public final class PlateauLoss implements LearningRateSchedule {

  @Override
  public String id() {
    return "plateau-loss";
  }

  @Override
  public String description() {
    return "Cuts the learning rate when the validation loss no longer improves.";
  }

  @Override
  public List<Setting> settings() {
    return Plateau.SETTINGS;
  }

  @Override
  public Course begin(Settings settings, int epochs) {
    return Plateau.course("val_loss", false, settings);
  }
}
