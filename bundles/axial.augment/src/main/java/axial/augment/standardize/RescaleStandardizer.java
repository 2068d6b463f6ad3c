package axial.augment.standardize;

import axial.data.Image;
import axial.data.Standardizer;
import axial.job.Setting;
import axial.job.Settings;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Keras's {@code rescale}: all values times a factor. Images come in [0, 1]. */
@Component
public final class RescaleStandardizer implements Standardizer {

  @Override
  public String id() {
    return "rescale";
  }

  @Override
  public String description() {
    return "All values times a factor; 255 gives back the grey levels of the file.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Real("factor", 255, 1e-6, 1e6, "What values in [0, 1] are multiplied by."));
  }

  @Override
  public Image apply(Image image, Settings settings, Statistics statistics) {
    float factor = (float) settings.real("factor");
    float[] values = image.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    return new Image(image.shape(), values);
  }
}
