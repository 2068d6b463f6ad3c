package axial.run;

import axial.data.Image;
import axial.data.Pixels;
import axial.data.Sample;
import axial.explain.Explanation;
import axial.explain.Localization;
import axial.explain.LocalizationSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * An explanation with the image that it is about.
 *
 * @param sample the sample
 * @param image as the network saw it
 * @param predicted the class that the network decided for
 * @param settings of the explainer; empty where an older run does not say
 * @param mask where the finding is, grey, 255 inside, if the source knows
 * @param localization how well the explanation points at the finding, if there is one and the true
 *     class is explained
 * @param predictedBy which engines answered the explainer
 * @param seed that was given for its random draws; empty for that of the run
 */
public record ExplainedSample(
    Sample sample,
    Image image,
    int predicted,
    Explanation explanation,
    Map<String, String> settings,
    Optional<Pixels> mask,
    Optional<Localization> localization,
    PredictedBy predictedBy,
    OptionalLong seed) {

  /** One that draws from the seed of the run. */
  public ExplainedSample(
      Sample sample,
      Image image,
      int predicted,
      Explanation explanation,
      Map<String, String> settings,
      Optional<Pixels> mask,
      Optional<Localization> localization,
      PredictedBy predictedBy) {
    this(
        sample,
        image,
        predicted,
        explanation,
        settings,
        mask,
        localization,
        predictedBy,
        OptionalLong.empty());
  }

  /** Copies the settings in the order of their keys. */
  public ExplainedSample {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /**
   * How well each explainer points at known findings, in the order of the explainers' first ones.
   */
  public static List<LocalizationSummary> summaries(List<ExplainedSample> explained) {
    Map<String, List<Localization>> byExplainer = new LinkedHashMap<>();
    for (ExplainedSample sample : explained) {
      String explainer = sample.explanation().explainer();
      sample
          .localization()
          .ifPresent(
              scored ->
                  byExplainer.computeIfAbsent(explainer, name -> new ArrayList<>()).add(scored));
    }
    return byExplainer.entrySet().stream()
        .map(of -> LocalizationSummary.of(of.getKey(), of.getValue()))
        .toList();
  }
}
