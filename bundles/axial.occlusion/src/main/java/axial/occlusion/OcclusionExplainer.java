package axial.occlusion;

import axial.data.Image;
import axial.explain.Explainer;
import axial.explain.Explanation;
import axial.explain.Explanation.Weight;
import axial.explain.Regions;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import axial.model.Model;
import java.nio.FloatBuffer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;

/**
 * Occlusion: slides a square patch over the image and watches how far the probability of the class
 * falls (Zeiler and Fergus, "Visualizing and understanding convolutional networks", ECCV 2014). The
 * regions are the cells of a grid; the seed plays no part.
 */
@Component
public final class OcclusionExplainer implements Explainer {

  /** The part of the shorter side that a patch covers by default. */
  private static final int DEFAULT_PART = 8;

  /** What the numbers of regions may reach where they are kept, 16 bits. */
  private static final long MOST_CELLS = 65_535;

  private static final double SMALL = 0.01;
  private static final String TASK = "Asking the model";

  @Override
  public String id() {
    return "occlusion";
  }

  @Override
  public String description() {
    return "Occlusion: how far the probability falls when a patch hides a part of the image.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Whole(
            "patch", 0, 0, 4096, "Side of the patch in pixels; 0: an eighth of the shorter side."),
        new Setting.Whole(
            "stride",
            0,
            0,
            4096,
            "Pixels from patch to patch, and side of a cell; 0: half a patch."),
        new Setting.Choice(
            "fill",
            "mean",
            List.of("mean", "black", "blurred"),
            "What the patch shows: the image's mean, black, or the image without its detail."));
  }

  @Override
  public Explanation explain(
      Model model, Image image, int label, Settings settings, Seed seed, Progress progress) {
    Grid grid = grid(image, settings);
    Regions regions = grid.regions();
    double[] answers = ask(model, image, label, grid, settings, progress);
    double[] drops = new double[grid.patches()];
    for (int i = 0; i < drops.length; i++) {
      drops[i] = answers[0] - answers[i + 1];
    }
    double[] means = grid.means(drops, regions);
    List<Weight> weights =
        IntStream.range(0, means.length)
            .mapToObj(cell -> new Weight(cell, means[cell]))
            .sorted(Comparator.comparingDouble((Weight w) -> -Math.abs(w.value())))
            .toList();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("regions", (double) regions.count());
    figures.put("patches", (double) drops.length);
    figures.put("patch", (double) grid.patch());
    figures.put("stride", (double) grid.stride());
    figures.put("largest_drop", DoubleStream.of(drops).max().orElseThrow());
    return new Explanation(id(), label, answers[0], regions, weights, figures, notes(drops));
  }

  private static Grid grid(Image image, Settings settings) {
    int height = image.shape().height();
    int width = image.shape().width();
    int wanted = settings.whole("patch");
    int patch = wanted > 0 ? wanted : Math.max(1, Math.min(height, width) / DEFAULT_PART);
    int step = settings.whole("stride");
    int stride = step > 0 ? step : Math.max(1, patch / 2);
    if (stride > patch) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "A stride of %d pixels would leave gaps between patches of %d.".formatted(stride, patch),
          "Set occlusion.stride to at most occlusion.patch.");
    }
    Grid grid = new Grid(height, width, patch, stride);
    if (grid.cells() > MOST_CELLS) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "A stride of %d pixels would cut the image into %,d cells; %,d are possible."
              .formatted(stride, grid.cells(), MOST_CELLS),
          "Give a larger occlusion.stride.");
    }
    return grid;
  }

  /** The probability of the class for the unchanged image, then for each patch. */
  private static double[] ask(
      Model model, Image image, int label, Grid grid, Settings settings, Progress progress) {
    float[] filler =
        Filler.valueOf(settings.text("fill").toUpperCase(Locale.ROOT)).of(image, grid.patch());
    int count = grid.patches() + 1;
    AtomicInteger written = new AtomicInteger();
    progress.at(TASK, 0, count);
    double[][] probabilities =
        model.predict(
            count,
            (i, values) -> {
              progress.check();
              int at = values.position();
              values.put(image.values());
              if (i > 0) {
                hide(grid.patch(i - 1), image, filler, values, at);
              }
              progress.at(TASK, written.incrementAndGet(), count);
            });
    progress.check();
    double[] answers = new double[count];
    for (int i = 0; i < count; i++) {
      answers[i] = probabilities[i][label];
      if (!Double.isFinite(answers[i])) {
        throw ProblemException.of(
            Problem.Kind.INPUT,
            "The network %s answers %s, which cannot be explained."
                .formatted(model.network().name(), answers[i]),
            "Train it again, with a lower learning rate.");
      }
    }
    return answers;
  }

  private static void hide(
      Grid.Patch patch, Image image, float[] filler, FloatBuffer values, int at) {
    int channels = image.shape().channels();
    int length = (patch.right() - patch.left()) * channels;
    for (int y = patch.top(); y < patch.bottom(); y++) {
      int from = (y * image.shape().width() + patch.left()) * channels;
      values.put(at + from, filler, from, length);
    }
  }

  private static List<String> notes(double[] drops) {
    double largest = DoubleStream.of(drops).map(Math::abs).max().orElseThrow();
    return largest < SMALL
        ? List.of(
            String.format(
                Locale.ROOT,
                "Wherever the patch lies, the probability changes by less than %.2f: no single"
                    + " place decides; try a larger patch (occlusion.patch).",
                SMALL))
        : List.of();
  }
}
