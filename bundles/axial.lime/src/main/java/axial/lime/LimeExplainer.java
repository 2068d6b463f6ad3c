package axial.lime;

import axial.data.Image;
import axial.explain.Explainer;
import axial.explain.Explanation;
import axial.explain.Regions;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import axial.model.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Component;

/**
 * LIME for images: hides superpixels at random, asks the model each time, and fits a weighted
 * linear model to the answers. Settings and defaults are those of the Python package {@code lime}.
 * Unlike there, a hidden superpixel keeps its mean as it is, without rounding to 8 bits.
 */
@Component
public final class LimeExplainer implements Explainer {

  @Override
  public String id() {
    return "lime";
  }

  @Override
  public String description() {
    return "LIME: which superpixels speak for or against the decision.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting.Whole("num-samples", 1000, 10, 100_000, "How many variations are asked."),
        new Setting.Whole(
            "num-features", 100_000, 1, 100_000, "The most superpixels in the linear model."),
        new Setting.Real(
            "kernel-width", 0.25, 0.01, 100, "How fast variations far from the image lose weight."),
        new Setting.Choice(
            "hide", "mean", List.of("mean", "black"), "What hidden superpixels are filled with."),
        new Setting.Real("kernel-size", 4, 0.5, 20, "Quickshift: kernel in pixels."),
        new Setting.Real("max-dist", 200, 1, 1000, "Quickshift: longest link."),
        new Setting.Real("ratio", 0.2, 0, 1, "Quickshift: weight of colour against place."),
        new Setting.Whole(
            "batch", 0, 0, 1024, "Images in one question to the model; 0 lets the model choose."));
  }

  @Override
  public Explanation explain(
      Model model, Image image, int label, Settings settings, Seed seed, Progress progress) {
    Regions regions =
        new Quickshift(
                settings.real("kernel-size"), settings.real("max-dist"), settings.real("ratio"))
            .segment(image, seed.derive("segments"), progress);
    int samples = settings.whole("num-samples");
    boolean[][] masks = Perturbation.masks(samples, regions.count(), seed.derive("samples"));
    Perturbation perturbation =
        new Perturbation(image, regions, settings.text("hide").equals("black"));
    double[] target = new double[samples];
    int batch = settings.whole("batch") == 0 ? samples : settings.whole("batch");
    AtomicInteger written = new AtomicInteger();
    progress.at("Asking the model", 0, samples);
    for (int from = 0; from < samples; from += batch) {
      int first = from;
      int count = Math.min(batch, samples - from);
      double[][] probabilities =
          model.predict(
              count,
              (i, values) -> {
                progress.check();
                perturbation.write(masks[first + i], values);
                progress.at("Asking the model", written.incrementAndGet(), samples);
              });
      for (int s = 0; s < count; s++) {
        target[from + s] = answer(model, probabilities[s][label]);
      }
    }
    progress.check();
    LocalModel local =
        LocalModel.fit(
            masks, target, settings.real("kernel-width"), settings.whole("num-features"));
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("r2", local.r2());
    figures.put("intercept", local.intercept());
    figures.put("local_prediction", local.localPrediction());
    figures.put("samples", (double) samples);
    figures.put("regions", (double) regions.count());
    return new Explanation(id(), label, target[0], regions, local.weights(), figures);
  }

  private static double answer(Model model, double probability) {
    if (!Double.isFinite(probability)) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The network %s answers %s, which no explanation can be fitted to."
              .formatted(model.network().name(), probability),
          "Train it again, with a lower learning rate.");
    }
    return probability;
  }
}
