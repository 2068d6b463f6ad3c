package axial.workbench.explanation;

import axial.data.Image;
import axial.data.Labels;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.Shape;
import axial.explain.Explanation;
import axial.explain.Explanation.Weight;
import axial.explain.Localization;
import axial.explain.Regions;
import axial.explain.Stability;
import axial.job.Draws;
import axial.job.Seed;
import axial.run.ExplainedSample;
import axial.run.PredictedBy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Computed heads, some with a bright spot, and made-up explanations of them. */
final class Phantoms {

  static final Labels LABELS = new Labels(List.of("no tumour", "tumour"), 1);
  static final int SIDE = 96;
  private static final int CELLS = 60;
  private static final double SPOT = 11;

  private Phantoms() {}

  static Sample sample(int number) {
    boolean ill = number % 2 == 1;
    String source = "%s/head-%02d.png".formatted(ill ? "yes" : "no", number);
    return new Sample("id" + number, source, ill ? 1 : 0, source, Map.of());
  }

  private static double[] spot(int number) {
    Draws draws = new Seed(number).derive("spot").draws();
    return new double[] {34 + 28 * draws.uniform(), 34 + 28 * draws.uniform()};
  }

  static Image image(Sample sample) {
    int number = number(sample);
    Draws draws = new Seed(number).derive("noise").draws();
    double[] spot = spot(number);
    float[] values = new float[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double r = Math.hypot((x - 48) / 36.0, (y - 48) / 43.0);
        double value = r > 1 ? 0.02 : r > 0.9 ? 0.85 : 0.35 + 0.1 * Math.cos(x / 6.0 + y / 9.0);
        if (sample.label() == 1) {
          double d = Math.hypot(x - spot[0], y - spot[1]);
          value += d < SPOT ? 0.45 : 0;
        }
        values[y * SIDE + x] =
            (float) Math.max(0, Math.min(1, value + 0.05 * (draws.uniform() - 0.5)));
      }
    }
    return new Image(new Shape(SIDE, SIDE, 1), values);
  }

  private static int number(Sample sample) {
    return Integer.parseInt(sample.id().substring(2));
  }

  static Pixels mask(Sample sample) {
    double[] spot = spot(number(sample));
    byte[] data = new byte[SIDE * SIDE];
    for (int p = 0; p < data.length; p++) {
      data[p] = (byte) (Math.hypot(p % SIDE - spot[0], p / SIDE - spot[1]) < SPOT ? 255 : 0);
    }
    return new Pixels(SIDE, SIDE, 1, data);
  }

  /** Regions that are nearest to points drawn at random. */
  private static Regions regions(int number) {
    Draws draws = new Seed(number).derive("regions").draws();
    double[][] points = new double[CELLS][];
    for (int i = 0; i < CELLS; i++) {
      points[i] = new double[] {SIDE * draws.uniform(), SIDE * draws.uniform()};
    }
    int[] numbers = new int[SIDE * SIDE];
    Map<Integer, Integer> used = new LinkedHashMap<>();
    for (int p = 0; p < numbers.length; p++) {
      int nearest = 0;
      for (int i = 1; i < CELLS; i++) {
        if (distance(points[i], p) < distance(points[nearest], p)) {
          nearest = i;
        }
      }
      numbers[p] = used.computeIfAbsent(nearest, key -> used.size());
    }
    return new Regions(SIDE, SIDE, numbers);
  }

  private static double distance(double[] point, int p) {
    return Math.hypot(point[0] - p % SIDE, point[1] - p / SIDE);
  }

  static ExplainedSample explained(Sample sample, String explainer) {
    int number = number(sample);
    Regions regions = regions(explainer.equals("lime") ? number : number + 1000);
    double[] spot = spot(number);
    int[] middles = regions.middles();
    Draws draws = new Seed(number).derive("weights").draws();
    List<Weight> weights = new ArrayList<>();
    for (int region = 0; region < regions.count(); region++) {
      double d = Math.hypot(middles[region] % SIDE - spot[0], middles[region] / SIDE - spot[1]);
      double value = (d < 14 ? 0.3 : 0.02) - 0.12 * draws.uniform();
      weights.add(new Weight(region, value));
    }
    weights.sort(Comparator.comparingDouble((Weight w) -> -Math.abs(w.value())));
    Map<String, Double> figures = new LinkedHashMap<>();
    if (explainer.equals("lime")) {
      figures.put("r2", 0.71);
      figures.putAll(new Stability(5, 0.8, 0.86, 1000, 620).figures());
    }
    Explanation explanation =
        new Explanation(
            explainer,
            1,
            0.873,
            regions,
            weights,
            figures,
            number == 1
                ? List.of("A quarter of the weight lies outside of the head, on the background.")
                : List.of());
    Pixels mask = mask(sample);
    boolean[] finding = new boolean[mask.data().length];
    for (int p = 0; p < finding.length; p++) {
      finding[p] = mask.data()[p] != 0;
    }
    boolean ill = sample.label() == 1;
    return new ExplainedSample(
        sample,
        image(sample),
        1,
        explanation,
        explainer.equals("lime")
            ? Map.of("num-samples", "1000", "segmenter", "quickshift")
            : Map.of("patch", "12"),
        ill ? Optional.of(mask) : Optional.empty(),
        ill ? Optional.of(Localization.of(explanation, finding, new Seed(1))) : Optional.empty(),
        PredictedBy.nobody());
  }

  /** The same with a seed of its own. */
  static ExplainedSample of(ExplainedSample one, OptionalLong seed) {
    return new ExplainedSample(
        one.sample(),
        one.image(),
        one.predicted(),
        one.explanation(),
        one.settings(),
        one.mask(),
        one.localization(),
        one.predictedBy(),
        seed);
  }
}
