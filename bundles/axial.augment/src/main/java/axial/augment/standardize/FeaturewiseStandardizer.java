package axial.augment.standardize;

import axial.data.Image;
import axial.data.Standardizer;
import axial.job.Progress;
import axial.job.Setting;
import axial.job.Settings;
import java.util.List;
import java.util.function.IntFunction;
import org.osgi.service.component.annotations.Component;

/**
 * Keras's {@code featurewise_center} and {@code featurewise_std_normalization}: each channel by its
 * mean and standard deviation over all training images.
 */
@Component
public final class FeaturewiseStandardizer implements Standardizer {

  private static final String MEAN = "mean";
  private static final String DEVIATION = "std";

  @Override
  public String id() {
    return "featurewise";
  }

  @Override
  public String description() {
    return "Mean 0 and, unless switched off, standard deviation 1 over the training part.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(SamplewiseStandardizer.deviationSetting());
  }

  @Override
  public Statistics fit(
      int count, IntFunction<Image> images, Settings settings, Progress progress) {
    ChannelStatistics learned = ChannelStatistics.of(count, images, progress);
    return new Statistics(
        List.of(
            new Statistics.Row(MEAN, learned.mean()),
            new Statistics.Row(DEVIATION, learned.deviation())));
  }

  @Override
  public Image apply(Image image, Settings settings, Statistics statistics) {
    double[] mean = statistics.row(MEAN);
    double[] deviation = statistics.row(DEVIATION);
    boolean divides = settings.flag("std");
    float[] in = image.values();
    float[] out = new float[in.length];
    for (int i = 0; i < out.length; i++) {
      int c = i % mean.length;
      double scale = divides ? deviation[c] + SamplewiseStandardizer.KERAS_EPSILON : 1;
      out[i] = (float) ((in[i] - mean[c]) / scale);
    }
    return new Image(image.shape(), out);
  }
}
