package axial.workbench.explanation;

import axial.data.Labels;
import axial.explain.Explanation;
import axial.explain.Localization;
import axial.explain.Stability;
import axial.run.ExplainedSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an explanation says, in sentences. */
final class ExplanationWords {

  /** What stands wherever explanations are shown. */
  static final String RESEARCH = "Research software, not a medical device.";

  private ExplanationWords() {}

  /** What is explained, such as {@code lime: why "tumour", probability 0.87}. */
  static String title(ExplainedSample sample, Labels labels) {
    Explanation e = sample.explanation();
    return String.format(
        Locale.ROOT,
        "%s: why \"%s\", probability %.3f",
        e.explainer(),
        labels.name(e.label()),
        e.probability());
  }

  /** Fit, stability, finding and notes, one sentence each. */
  static List<String> sentences(ExplainedSample sample) {
    Explanation e = sample.explanation();
    List<String> sentences = new ArrayList<>();
    Double fit = e.figures().get("r2");
    if (fit != null) {
      sentences.add(String.format(Locale.ROOT, "R\u00b2 of the local model %.2f.", fit));
    }
    Stability.of(e).map(Stability::text).ifPresent(t -> sentences.add("Stability: " + t + "."));
    sample
        .localization()
        .map(Localization::text)
        .ifPresent(t -> sentences.add("Finding: " + t + "."));
    e.notes().forEach(note -> sentences.add("\u26a0 " + note));
    return sentences;
  }

  /** The settings of an explanation that was made by others than are chosen. */
  static String otherSettings(ExplainedSample sample) {
    return " Made with other settings than those at the right: " + settings(sample, "=") + ".";
  }

  /** The settings of an explanation, and its seed where one was given. */
  static String settings(ExplainedSample sample, String between) {
    List<String> words = new ArrayList<>();
    for (Map.Entry<String, String> setting : sample.settings().entrySet()) {
      words.add(setting.getKey() + between + setting.getValue());
    }
    sample.seed().ifPresent(seed -> words.add("seed" + between + seed));
    return String.join(", ", words);
  }

  /** How an explanation came about, for a methods section. */
  static String methods(ExplainedSample sample, Labels labels, String run) {
    Explanation e = sample.explanation();
    String settings = settings(sample, " ");
    List<String> sentences = new ArrayList<>();
    sentences.add(
        String.format(
            Locale.ROOT,
            "The class \"%s\" of the image %s (probability %.3f) was explained with the explainer"
                + " %s of Axial on the network of run %s, over %d regions%s.",
            labels.name(e.label()),
            sample.sample().source(),
            e.probability(),
            e.explainer(),
            run,
            e.regions().count(),
            settings.isEmpty() ? "" : " (" + settings + ")"));
    sentences.addAll(sentences(sample).stream().filter(s -> !s.startsWith("\u26a0")).toList());
    e.notes().forEach(sentences::add);
    sentences.add(
        sample.seed().isPresent()
            ? "All random draws come from the given seed."
            : "All random draws come from the seed of the run.");
    return String.join(" ", sentences);
  }
}
