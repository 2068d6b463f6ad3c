package axial.augment.standardize;

import axial.data.Image;
import axial.job.Progress;
import java.util.function.IntFunction;

/** Mean and standard deviation of each channel over all pixels of many images. */
record ChannelStatistics(double[] mean, double[] deviation) {

  static ChannelStatistics of(int count, IntFunction<Image> images, Progress progress) {
    double[] sums = new double[0];
    double[] squares = new double[0];
    long pixels = 0;
    for (int i = 0; i < count; i++) {
      progress.check();
      progress.at("Learning the scale", i, count);
      Image image = images.apply(i);
      int channels = image.shape().channels();
      if (i == 0) {
        sums = new double[channels];
        squares = new double[channels];
      }
      float[] values = image.values();
      for (int v = 0; v < values.length; v++) {
        sums[v % channels] += values[v];
        squares[v % channels] += (double) values[v] * values[v];
      }
      pixels += values.length / channels;
    }
    double[] deviations = new double[sums.length];
    for (int c = 0; c < sums.length; c++) {
      sums[c] /= pixels;
      deviations[c] = Math.sqrt(Math.max(0, squares[c] / pixels - sums[c] * sums[c]));
    }
    return new ChannelStatistics(sums, deviations);
  }
}
