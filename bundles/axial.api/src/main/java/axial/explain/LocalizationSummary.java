package axial.explain;

import axial.explain.Localization.Score;
import java.util.List;

/**
 * How well one explainer points at known findings, over several images.
 *
 * @param explainer its id
 * @param images how many images
 * @param hits in how many of them the pointing game hits
 * @param hitsLow lower bound of the share of hits: 95 % interval of Wilson (1927)
 * @param hitsHigh upper bound
 * @param found means over the images
 * @param random means of what its regions score in a random order
 * @param centre means of what the middle of the image scores
 */
public record LocalizationSummary(
    String explainer,
    int images,
    int hits,
    double hitsLow,
    double hitsHigh,
    Score found,
    Score random,
    Score centre) {

  private static final double Z = 1.959963984540054;

  /** The summary of at least one image. */
  public static LocalizationSummary of(String explainer, List<Localization> images) {
    int n = images.size();
    int hits = (int) images.stream().filter(l -> l.found().hit() > 0).count();
    double share = (double) hits / n;
    double widening = 1 + Z * Z / n;
    double middle = (share + Z * Z / (2 * n)) / widening;
    double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n)) / widening;
    return new LocalizationSummary(
        explainer,
        n,
        hits,
        hits == 0 ? 0 : middle - half,
        hits == n ? 1 : middle + half,
        Score.mean(images.stream().map(Localization::found).toList()),
        Score.mean(images.stream().map(Localization::random).toList()),
        Score.mean(images.stream().map(Localization::centre).toList()));
  }
}
