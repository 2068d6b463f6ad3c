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
   * Fits the answers by the regions that are shown.
   *
   * @param moments of the samples, not all of weight 0
   * @param columns the regions to use
   * @param alpha the penalty, 0 or more
   */
  static Ridge fit(Moments moments, int[] columns, double alpha) {
    int n = columns.length;
    double[][] products = new double[n][n];
    double[] right = new double[n];
    for (int c = 0; c < n; c++) {
      right[c] = moments.product(columns[c]);
      for (int k = 0; k <= c; k++) {
        products[c][k] = moments.product(columns[c], columns[k]);
        products[k][c] = products[c][k];
      }
    }
    double[] solved = solve(products, right, alpha);
    double intercept = moments.meanTarget();
    double unexplained = moments.spread();
    for (int c = 0; c < n; c++) {
      intercept -= moments.mean(columns[c]) * solved[c];
      double fitted = 0;
      for (int k = 0; k < n; k++) {
        fitted += products[c][k] * solved[k];
      }
      unexplained += solved[c] * (fitted - 2 * right[c]);
    }
    double all = moments.spread();
    double score = all <= 0 ? (unexplained <= 0 ? 1 : 0) : 1 - unexplained / all;
    return new Ridge(solved, intercept, score);
  }

  private static double[] solve(double[][] products, double[] right, double alpha) {
    RealMatrix matrix = MatrixUtils.createRealMatrix(products);
    for (int c = 0; c < right.length; c++) {
      matrix.addToEntry(c, c, alpha);
    }
    ArrayRealVector vector = new ArrayRealVector(right, false);
    try {
      return new CholeskyDecomposition(matrix).getSolver().solve(vector).toArray();
    } catch (MathRuntimeException singular) {
      return new SingularValueDecomposition(matrix).getSolver().solve(vector).toArray();
    }
  }
}
