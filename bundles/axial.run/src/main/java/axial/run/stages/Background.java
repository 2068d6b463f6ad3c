package axial.run.stages;

import axial.data.Image;
import axial.explain.Explanation;
import axial.explain.Regions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks whether an explanation points at the dark surroundings of a scan, where nothing can be
 * found. A region is background when its values have a mean of at most {@link #DARK} and a standard
 * deviation of at most {@link #EVEN}.
 */
final class Background {

  static final double DARK = 0.08;
  static final double EVEN = 0.05;
  private static final int TOP = 5;
  private static final String FIGURE = "background_regions";

  private final Image image;

  Background(Image image) {
    this.image = image;
  }

  /** The explanation, with how many of its strongest regions are background, and a warning. */
  Explanation checked(Explanation explanation) {
    boolean[] background = regions(explanation.regions());
    List<Explanation.Weight> top = explanation.top(TOP);
    int count = (int) top.stream().filter(w -> background[w.region()]).count();
    Map<String, Double> figures = new LinkedHashMap<>(explanation.figures());
    figures.put(FIGURE, (double) count);
    List<String> notes = new ArrayList<>(explanation.notes());
    if (count > 0) {
      notes.add(
          "%d of the %d strongest regions %s pure background: there is nothing to see, so the"
                  .formatted(count, top.size(), count == 1 ? "is" : "are")
              + " explanation, or the network, goes by something else.");
    }
    return new Explanation(
        explanation.explainer(),
        explanation.label(),
        explanation.probability(),
        explanation.regions(),
        explanation.weights(),
        figures,
        notes);
  }

  private boolean[] regions(Regions regions) {
    double[] sums = new double[regions.count()];
    double[] squares = new double[regions.count()];
    int[] counts = new int[regions.count()];
    int channels = image.shape().channels();
    for (int i = 0; i < image.values().length; i++) {
      int region = regions.numbers()[i / channels];
      double value = image.values()[i];
      counts[region]++;
      sums[region] += value;
      squares[region] += value * value;
    }
    boolean[] background = new boolean[regions.count()];
    for (int r = 0; r < background.length; r++) {
      double mean = sums[r] / counts[r];
      double variance = Math.max(0, squares[r] / counts[r] - mean * mean);
      background[r] = mean <= DARK && Math.sqrt(variance) <= EVEN;
    }
    return background;
  }
}
