package axial.occlusion;

import axial.data.Image;
import axial.explain.Explainer;
import axial.explain.Explanation;
import axial.explain.Explanation.Weight;
import axial.explain.Regions;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import axial.model.Model;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
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

  private static final double SMALL = 0.01;

  /** So many answers make it worth while to look at what they say together. */
  private static final int TOLD_EVERY = 100;

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
    Questions questions = Questions.of(model, image, label, settings, progress);
    return explanation(questions, questions.ask(questions.count(), answers -> {}));
  }

  @Override
  public Explanation explain(
      Model model,
      Image image,
      int label,
      Settings settings,
      Seed seed,
      Progress progress,
      Consumer<Explanation> partial) {
    Questions questions = Questions.of(model, image, label, settings, progress);
    int unit = model.predictedAtOnce();
    int atOnce = unit * ((TOLD_EVERY + unit - 1) / unit); // the same answers bit by bit
    return explanation(
        questions,
        questions.ask(atOnce, answers -> partial.accept(explanation(questions, answers))));
  }

  /**
   * What answers say; cells that no patch has covered yet are left out.
   *
   * @param answers for the unchanged image, then for each patch so far
   */
  private Explanation explanation(Questions questions, double[] answers) {
    Grid grid = questions.grid();
    Regions regions = questions.regions();
    double[] drops = new double[answers.length - 1];
    for (int i = 0; i < drops.length; i++) {
      drops[i] = answers[0] - answers[i + 1];
    }
    double[] means = grid.means(drops, regions);
    List<Weight> weights =
        IntStream.range(0, means.length)
            .filter(cell -> !Double.isNaN(means[cell]))
            .mapToObj(cell -> new Weight(cell, means[cell]))
            .sorted(Comparator.comparingDouble((Weight w) -> -Math.abs(w.value())))
            .toList();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("regions", (double) regions.count());
    figures.put("patches", (double) drops.length);
    figures.put("patch", (double) grid.patch());
    figures.put("stride", (double) grid.stride());
    figures.put("largest_drop", DoubleStream.of(drops).max().orElse(0));
    boolean all = drops.length == grid.patches();
    return new Explanation(
        id(),
        questions.label(),
        answers[0],
        regions,
        weights,
        figures,
        all ? notes(drops) : List.of());
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
