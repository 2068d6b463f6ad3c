package axial.lime;

import axial.explain.Stability;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/**
 * How far two local models of one image say the same.
 *
 * @param topOverlap see {@link Stability#topOverlap}
 * @param rankCorrelation see {@link Stability#rankCorrelation}
 */
record Agreement(double topOverlap, double rankCorrelation) {

  /** Compares two models of an image of so many regions. */
  static Agreement of(LocalModel a, LocalModel b, int regions) {
    Set<Integer> top = a.top(Stability.TOP);
    Set<Integer> common = new HashSet<>(top);
    common.retainAll(b.top(Stability.TOP));
    return new Agreement(
        (double) common.size() / top.size(), spearman(a.byRegion(regions), b.byRegion(regions)));
  }

  /** The mean of agreements, at least one. */
  static Agreement mean(List<Agreement> list) {
    return new Agreement(
        list.stream().mapToDouble(Agreement::topOverlap).average().orElseThrow(),
        list.stream().mapToDouble(Agreement::rankCorrelation).average().orElseThrow());
  }

  private static double spearman(double[] a, double[] b) {
    if (a.length < 2) {
      return 1;
    }
    double correlation = new SpearmansCorrelation().correlation(a, b);
    return Double.isNaN(correlation) ? 0 : correlation;
  }
}
