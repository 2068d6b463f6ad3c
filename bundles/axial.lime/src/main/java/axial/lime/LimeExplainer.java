package axial.lime;

import axial.data.Image;
import axial.explain.Explainer;
import axial.explain.Explanation;
import axial.explain.Regions;
import axial.explain.Stability;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import axial.model.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/**
 * LIME for images: hides superpixels at random, asks the model each time, and fits a weighted
 * linear model to the answers. Settings and defaults are those of the Python package {@code lime}.
 * Unlike there, a hidden superpixel keeps its mean as it is, without rounding to 8 bits.
 */
@Component
public final class LimeExplainer implements Explainer {

  /** With more regions a repeated fit would take longer than the questions. */
  private static final int MOST_COMPARED = 1000;

  /** How often early answers are parted to see if they hold; each time takes two fits. */
  private static final int EARLY_REPEATS = 2;

  private static final List<Setting> SETTINGS =
      Stream.concat(
              Stream.of(
                  new Setting.Whole("num-samples", 1000, 10, 100_000, "How many variations."),
                  new Setting.Whole(
                      "num-features", 100_000, 1, 100_000, "The most superpixels in the model."),
                  new Setting.Choice(
                      "feature-selection",
                      "auto",
                      List.of("auto", "forward", "highest", "none"),
                      "How they are chosen; auto: forward up to 6, else highest weights."),
                  new Setting.Real(
                      "kernel-width", 0.25, 0.01, 100, "How fast far variations lose weight."),
                  new Setting.Choice(
                      "hide",
                      "mean",
                      List.of("mean", "black", "level"),
                      "What hidden superpixels show: their mean, black, or hide-level."),
                  new Setting.Real("hide-level", 0.5, 0, 1, "Brightness for hide=level."),
                  new Setting.Whole(
                      "repeats", 5, 0, 50, "How often the fit is repeated to see if it holds."),
                  new Setting.Choice(
                      "repeat-by",
                      "halves",
                      List.of("halves", "questions"),
                      "Repeat on halves of the answers, or ask num-samples new questions each."),
                  new Setting.Flag(
                      "stop-when-stable",
                      false,
                      "Ask no more once the top 5 has held for a fifth of num-samples."),
                  new Setting.Whole(
                      "batch", 0, 0, 1024, "Images in one question; 0: the engine chooses.")),
              Segmenter.SETTINGS.stream())
          .toList();

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
    return SETTINGS;
  }

  @Override
  public Explanation explain(
      Model model, Image image, int label, Settings settings, Seed seed, Progress progress) {
    return explain(model, image, label, settings, seed, progress, Optional.empty());
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
    return explain(model, image, label, settings, seed, progress, Optional.of(partial));
  }

  private Explanation explain(
      Model model,
      Image image,
      int label,
      Settings settings,
      Seed seed,
      Progress progress,
      Optional<Consumer<Explanation>> partial) {
    Regions regions = Segmenter.of(settings).segment(image, seed.derive("segments"), progress);
    boolean compared = regions.count() <= MOST_COMPARED;
    Sampling sampling = Sampling.of(settings, compared);
    int repeats = compared ? settings.whole("repeats") : 0;
    int askedAgain = settings.text("repeat-by").equals("questions") ? repeats : 0;
    int batch = settings.whole("batch") == 0 ? sampling.samples() : settings.whole("batch");
    Questions questions =
        new Questions(
            model,
            label,
            new Perturbation(image, regions, filler(settings)),
            regions.count(),
            batch,
            progress,
            new AtomicInteger(),
            Math.multiplyExact(sampling.samples(), 1 + askedAgain));
    progress.at("Asking the model", 0, questions.total());
    Answers answers =
        sampling.ask(
            questions,
            seed.derive("samples"),
            partial.isEmpty() ? sampling.samples() : atOnce(settings, model),
            early ->
                partial.ifPresent(
                    told -> told.accept(early(early, label, regions, repeats, seed))));
    List<Agreement> agreements =
        askedAgain > 0
            ? sampling.again(questions, answers, askedAgain, seed.derive("repeats"))
            : answers.halves(repeats, seed.derive("halves"));
    Optional<Stability> stability =
        agreements.isEmpty()
            ? Optional.empty()
            : Optional.of(stability(answers, Agreement.mean(agreements), repeats));
    LocalModel local = answers.model();
    return new Explanation(
        id(),
        label,
        answers.unchanged(),
        regions,
        local.weights(),
        figures(local, regions, answers, stability),
        new Doubts(local, answers, stability, sampling.samples(), compared).notes());
  }

  /** About a hundred, and so many that the model's answers are the same bit by bit. */
  private static int atOnce(Settings settings, Model model) {
    int unit = settings.whole("batch") == 0 ? model.predictedAtOnce() : settings.whole("batch");
    return unit * ((Sampling.TOLD_EVERY + unit - 1) / unit);
  }

  /**
   * What some of the answers say, with their stability by halves, whatever measures it at the end.
   */
  private Explanation early(Answers some, int label, Regions regions, int repeats, Seed seed) {
    int compared = Math.min(repeats, EARLY_REPEATS);
    List<Agreement> agreements = some.halves(compared, seed.derive("halves"));
    Optional<Stability> stability =
        agreements.isEmpty()
            ? Optional.empty()
            : Optional.of(stability(some, Agreement.mean(agreements), compared));
    LocalModel local = some.model();
    return new Explanation(
        id(),
        label,
        some.unchanged(),
        regions,
        local.weights(),
        figures(local, regions, some, stability));
  }

  private static Perturbation.Filler filler(Settings settings) {
    return switch (settings.text("hide")) {
      case "black" -> new Perturbation.Level(0);
      case "level" -> new Perturbation.Level((float) settings.real("hide-level"));
      default -> new Perturbation.OwnMean();
    };
  }

  private static Stability stability(Answers answers, Agreement mean, int repeats) {
    return new Stability(
        repeats,
        mean.topOverlap(),
        mean.rankCorrelation(),
        answers.samples(),
        answers.stableAfter());
  }

  private static Map<String, Double> figures(
      LocalModel local, Regions regions, Answers answers, Optional<Stability> stability) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("r2", local.r2());
    figures.put("intercept", local.intercept());
    figures.put("local_prediction", local.localPrediction());
    figures.put("regions", (double) regions.count());
    figures.put("samples", (double) answers.samples());
    figures.put("answer_range", answers.range());
    stability.ifPresent(s -> figures.putAll(s.figures()));
    return figures;
  }
}
