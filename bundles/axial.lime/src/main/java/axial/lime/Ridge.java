package axial.lime;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Weighted ridge regression with an intercept that is not penalised (Hoerl and Kennard 1970).
 *
 * @param coefficients one for each column
 * @param score weighted R squared on the data it was fitted to
 */
record Ridge(double[] coefficients, double intercept, double score) {

  /**
   * Fits columns of 0 and 1.
   *
   * @param rows one row a sample; only {@code columns} are used
   * @param target one value a sample
   * @param weights one weight a sample, not all 0
   * @param alpha the penalty, 0 or more
   */
  static Ridge fit(
      boolean[][] rows, int[] columns, double[] target, double[] weights, double alpha) {
    int n = columns.length;
    double total = 0;
    double meanTarget = 0;
    double[] mean = new double[n];
    for (int r = 0; r < rows.length; r++) {
      total += weights[r];
      meanTarget += weights[r] * target[r];
      for (int c = 0; c < n; c++) {
        mean[c] += rows[r][columns[c]] ? weights[r] : 0;
      }
    }
    meanTarget /= total;
    for (int c = 0; c < n; c++) {
      mean[c] /= total;
    }
    double[] solved = solve(rows, columns, target, weights, alpha, mean, meanTarget);
    double intercept = meanTarget;
    for (int c = 0; c < n; c++) {
      intercept -= mean[c] * solved[c];
    }
    double unexplained = 0;
    double all = 0;
    for (int r = 0; r < rows.length; r++) {
      double error = target[r] - predict(rows[r], columns, solved, intercept);
      unexplained += weights[r] * error * error;
      all += weights[r] * (target[r] - meanTarget) * (target[r] - meanTarget);
    }
    double score = all == 0 ? (unexplained == 0 ? 1 : 0) : 1 - unexplained / all;
    return new Ridge(solved, intercept, score);
  }

  private static double[] solve(
      boolean[][] rows,
      int[] columns,
      double[] target,
      double[] weights,
      double alpha,
      double[] mean,
      double meanTarget) {
    int n = columns.length;
    double[][] gram = new double[n][n];
    double[] right = new double[n];
    double[] centred = new double[n];
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < n; c++) {
        centred[c] = (rows[r][columns[c]] ? 1 : 0) - mean[c];
      }
      for (int c = 0; c < n; c++) {
        double weighted = weights[r] * centred[c];
        right[c] += weighted * (target[r] - meanTarget);
        for (int k = 0; k <= c; k++) {
          gram[c][k] += weighted * centred[k];
        }
      }
    }
    for (int c = 0; c < n; c++) {
      gram[c][c] += alpha;
      for (int k = 0; k < c; k++) {
        gram[k][c] = gram[c][k];
      }
    }
    RealMatrix matrix = MatrixUtils.createRealMatrix(gram);
    ArrayRealVector vector = new ArrayRealVector(right, false);
    try {
      return new CholeskyDecomposition(matrix).getSolver().solve(vector).toArray();
    } catch (MathRuntimeException singular) {
      return new SingularValueDecomposition(matrix).getSolver().solve(vector).toArray();
    }
  }

  private static double predict(
      boolean[] row, int[] columns, double[] coefficients, double intercept) {
    double value = intercept;
    for (int c = 0; c < columns.length; c++) {
      value += row[columns[c]] ? coefficients[c] : 0;
    }
    return value;
  }
}
