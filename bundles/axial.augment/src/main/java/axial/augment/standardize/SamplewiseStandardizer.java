package axial.augment.standardize;

import axial.data.Image;
import axial.data.Standardizer;
import axial.job.Setting;
import axial.job.Settings;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * Keras's {@code samplewise_center} and {@code samplewise_std_normalization}: each image by its own
 * mean and standard deviation, over all channels.
 */
@Component
public final class SamplewiseStandardizer implements Standardizer {

  /** Keras adds it to a standard deviation, so that an even image is not divided by 0. */
  static final double KERAS_EPSILON = 1e-6;

  @Override
  public String id() {
    return "samplewise";
  }

  @Override
  public String description() {
    return "Mean 0 and, unless switched off, standard deviation 1 in each image.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(deviationSetting());
  }

  static Setting deviationSetting() {
    return new Setting.Flag(
        "std", true, "Whether values are also divided by their standard deviation.");
  }

  @Override
  public Image apply(Image image, Settings settings, Statistics statistics) {
    float[] in = image.values();
    double mean = 0;
    for (float value : in) {
      mean += value;
    }
    mean /= in.length;
    double squares = 0;
    for (float value : in) {
      squares += (value - mean) * (value - mean);
    }
    double scale = settings.flag("std") ? Math.sqrt(squares / in.length) + KERAS_EPSILON : 1;
    float[] out = new float[in.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) ((in[i] - mean) / scale);
    }
    return new Image(image.shape(), out);
  }
}
