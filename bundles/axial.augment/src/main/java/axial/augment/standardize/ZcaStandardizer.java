package axial.augment.standardize;

import axial.data.Image;
import axial.data.Shape;
import axial.data.Standardizer;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Setting;
import axial.job.Settings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.IntFunction;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.osgi.service.component.annotations.Component;

/**
 * Keras's {@code zca_whitening}: with the covariance C of the centred training images, an image is
 * multiplied by U (S + epsilon)^(-1/2) U' where C = U S U', so that the values of its pixels are
 * uncorrelated (Bell and Sejnowski, "Edges are the independent components of natural scenes", NIPS
 * 1996). As in Keras each channel is centred by one mean over all pixels.
 */
@Component
public final class ZcaStandardizer implements Standardizer {

  /** Beyond that many values an image's matrix takes minutes to compute. */
  static final int MOST_VALUES = 2_500;

  private static final String MEAN = "mean";
  private static final String MATRIX = "matrix";

  /** What a network of 4-byte floats can tell apart, and a digit. */
  private static final MathContext DIGITS = new MathContext(9);

  @Override
  public String id() {
    return "zca";
  }

  @Override
  public String description() {
    return "ZCA whitening, learned from the training part; for images of up to 2,500 values.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Real(
            "epsilon",
            1e-6,
            1e-12,
            1e6,
            "Is added to each variance, so that noise is not blown up."));
  }

  @Override
  public Statistics fit(
      int count, IntFunction<Image> images, Settings settings, Progress progress) {
    Shape shape = images.apply(0).shape();
    int size = shape.size();
    if (size > MOST_VALUES) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The standardizer zca cannot whiten images of %s: they have %,d values, and it takes %,d at most."
              .formatted(shape, size, MOST_VALUES),
          "Make them smaller, such as --set run.input=50x50x1, or take the standardizer featurewise.");
    }
    double[] mean = ChannelStatistics.of(count, images, progress).mean();
    RealMatrix whitening =
        whitening(covariance(count, images, mean, size, progress), settings.real("epsilon"));
    double[] upper = new double[size * (size + 1) / 2];
    int to = 0;
    for (int row = 0; row < size; row++) {
      for (int column = row; column < size; column++) {
        upper[to++] = new BigDecimal(whitening.getEntry(row, column)).round(DIGITS).doubleValue();
      }
    }
    return new Statistics(
        List.of(new Statistics.Row(MEAN, mean), new Statistics.Row(MATRIX, upper)));
  }

  private static RealMatrix covariance(
      int count, IntFunction<Image> images, double[] mean, int size, Progress progress) {
    double[][] sums = new double[size][size];
    double[] centred = new double[size];
    for (int i = 0; i < count; i++) {
      progress.check();
      progress.at("Learning how pixels go together", i, count);
      float[] values = images.apply(i).values();
      for (int v = 0; v < size; v++) {
        centred[v] = values[v] - mean[v % mean.length];
      }
      for (int row = 0; row < size; row++) {
        for (int column = row; column < size; column++) {
          sums[row][column] += centred[row] * centred[column];
        }
      }
    }
    for (int row = 0; row < size; row++) {
      for (int column = row; column < size; column++) {
        sums[row][column] /= count;
        sums[column][row] = sums[row][column];
      }
    }
    return MatrixUtils.createRealMatrix(sums);
  }

  private static RealMatrix whitening(RealMatrix covariance, double epsilon) {
    // Fewer images than values leave variances of 0, at which the decomposition does not converge;
    // on a larger diagonal it finds the same vectors.
    double raised = covariance.getFrobeniusNorm() + Double.MIN_NORMAL;
    RealMatrix matrix = covariance.copy();
    for (int i = 0; i < matrix.getRowDimension(); i++) {
      matrix.addToEntry(i, i, raised);
    }
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(matrix);
    double[] variances = eigen.getEigenvalues();
    RealMatrix vectors = eigen.getV();
    RealMatrix scaled = vectors.copy();
    for (int k = 0; k < variances.length; k++) {
      double scale = 1 / Math.sqrt(Math.max(0, variances[k] - raised) + epsilon);
      for (int row = 0; row < variances.length; row++) {
        scaled.multiplyEntry(row, k, scale);
      }
    }
    return scaled.multiplyTransposed(vectors);
  }

  @Override
  public Image apply(Image image, Settings settings, Statistics statistics) {
    double[] mean = statistics.row(MEAN);
    double[] upper = statistics.row(MATRIX);
    float[] in = image.values();
    double[] centred = new double[in.length];
    for (int v = 0; v < in.length; v++) {
      centred[v] = in[v] - mean[v % mean.length];
    }
    double[] sums = new double[in.length];
    int at = 0;
    for (int row = 0; row < in.length; row++) {
      sums[row] += upper[at++] * centred[row];
      for (int column = row + 1; column < in.length; column++) {
        sums[row] += upper[at] * centred[column];
        sums[column] += upper[at++] * centred[row];
      }
    }
    float[] out = new float[in.length];
    for (int v = 0; v < out.length; v++) {
      out[v] = (float) sums[v];
    }
    return new Image(image.shape(), out);
  }
}
