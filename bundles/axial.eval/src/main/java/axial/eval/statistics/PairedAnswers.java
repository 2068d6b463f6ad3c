package axial.eval.statistics;

import axial.eval.Comparison.McNemar;
import java.util.stream.IntStream;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.special.Erf;

/** McNemar's test of right and wrong answers of two models to the same samples. */
public final class PairedAnswers {

  private PairedAnswers() {}

  /** The test; both arrays have an answer for each sample. */
  public static McNemar test(boolean[] firstRight, boolean[] secondRight) {
    int[][] counts = new int[2][2];
    for (int i = 0; i < firstRight.length; i++) {
      counts[firstRight[i] ? 0 : 1][secondRight[i] ? 0 : 1]++;
    }
    int onlyFirst = counts[0][1];
    int onlySecond = counts[1][0];
    int different = onlyFirst + onlySecond;
    double chiSquared = Math.pow(Math.abs(onlyFirst - onlySecond) - 1.0, 2) / different;
    boolean differ = different > 0;
    return new McNemar(
        counts[0][0],
        onlyFirst,
        onlySecond,
        counts[1][1],
        differ ? exact(Math.min(onlyFirst, onlySecond), different) : 1,
        differ ? chiSquared : Double.NaN,
        // With one degree of freedom the chi-squared distribution is that of a squared normal one.
        differ ? Erf.erfc(Math.sqrt(chiSquared / 2)) : 1);
  }

  /** Summed from the small end, as one less the other end would lose digits. */
  private static double exact(int fewer, int different) {
    BinomialDistribution fair = new BinomialDistribution(different, 0.5);
    return Math.min(1, 2 * IntStream.rangeClosed(0, fewer).mapToDouble(fair::probability).sum());
  }
}
