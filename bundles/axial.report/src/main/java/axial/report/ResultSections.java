package axial.report;

import axial.data.Image;
import axial.data.Labels;
import axial.data.Sample;
import axial.eval.ConfusionMatrix;
import axial.eval.Evaluation;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.explain.Explanation;
import axial.run.ExplainedSample;
import axial.run.RunRecord;
import axial.train.Epoch;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sections about what came out: matrix, figures, curves, errors, explanations. */
final class ResultSections {

  private static final int MOST_ERRORS = 12;
  private static final int TOP_REGIONS = 5;

  private final Html html;

  ResultSections(Html html) {
    this.html = html;
  }

  void matrix(Predictions predictions) {
    ConfusionMatrix matrix = predictions.confusion();
    Labels labels = predictions.labels();
    html.raw("<h2>Result on the test part</h2>\n<p class=\"big\">")
        .text(
            String.format(
                Locale.ROOT,
                "Balanced accuracy %.1f %% (a constant answer has %.1f %%), accuracy %.1f %%, %d of %d images wrong.",
                100 * matrix.balancedAccuracy(),
                100.0 / labels.count(),
                100 * matrix.accuracy(),
                predictions.errors().size(),
                matrix.total()))
        .raw("</p>\n<table class=\"matrix\"><tr><th>truth \\ called</th>");
    labels.names().forEach(name -> html.element("th", name));
    html.raw("</tr>\n");
    for (int truth = 0; truth < labels.count(); truth++) {
      html.raw("<tr>").element("th", labels.name(truth));
      for (int called = 0; called < labels.count(); called++) {
        cell(matrix, truth, called);
      }
      html.raw("</tr>\n");
    }
    html.raw("</table>\n");
    errorNames(predictions);
  }

  private void cell(ConfusionMatrix matrix, int truth, int called) {
    int support = matrix.support(truth);
    double share = support == 0 ? 0 : (double) matrix.count(truth, called) / support;
    html.raw(
            String.format(
                Locale.ROOT, "<td style=\"background: rgba(var(--cell), %.2f)\">", 0.45 * share))
        .element("b", Integer.toString(matrix.count(truth, called)))
        .text(String.format(Locale.ROOT, "%.0f %% of the row", 100 * share))
        .raw("</td>");
  }

  private void errorNames(Predictions predictions) {
    Labels labels = predictions.labels();
    html.raw("<p>")
        .text(
            "%d false negatives: images of \"%s\" called something else. %d false positives: others called \"%s\"."
                .formatted(
                    predictions.falseNegatives().size(),
                    labels.positiveName(),
                    predictions.falsePositives().size(),
                    labels.positiveName()))
        .raw("</p>\n");
  }

  void evaluations(List<Evaluation> evaluations) {
    for (Evaluation evaluation : evaluations) {
      html.element("h3", "Evaluator " + evaluation.evaluator());
      if (!evaluation.text().isBlank()) {
        html.element("pre", evaluation.text());
      }
      html.raw("<table><tr><th>figure</th><th class=\"number\">value</th></tr>\n");
      for (Map.Entry<String, Double> figure : evaluation.figures().entrySet()) {
        html.raw("<tr>")
            .element("td", figure.getKey().replace('_', ' '))
            .raw("<td class=\"number\">")
            .text(String.format(Locale.ROOT, "%.4f", figure.getValue()))
            .raw("</td></tr>\n");
      }
      html.raw("</table>\n");
    }
  }

  void curves(RunRecord run) {
    if (run.epochs().isEmpty()) {
      return;
    }
    Charts charts = new Charts(run.epochs());
    html.raw("<h2>Training</h2>\n<p>")
        .text(
            "%d epochs; the weights of epoch %d, which has the lowest validation loss, are kept."
                .formatted(run.epochs().size(), run.bestEpoch()))
        .raw("</p>\n<div class=\"figures\">");
    chart(charts.both("Loss", e -> e.train().loss(), e -> e.validation().loss(), false), "Loss");
    chart(
        charts.both("Accuracy", e -> e.train().accuracy(), e -> e.validation().accuracy(), true),
        "Accuracy");
    chart(
        charts.both("Recall", e -> e.train().recall(), e -> e.validation().recall(), true),
        "Recall");
    chart(charts.learningRate(), "Learning rate");
    html.raw("</div>\n<details><summary>The curves as a table</summary><table>");
    html.row(
        "th",
        List.of(
            "epoch",
            "loss",
            "accuracy",
            "recall",
            "val. loss",
            "val. accuracy",
            "val. recall",
            "learning rate",
            "seconds"));
    for (Epoch e : run.epochs()) {
      html.row(
          "td",
          List.of(
              Integer.toString(e.number()),
              number(e.train().loss()),
              number(e.train().accuracy()),
              number(e.train().recall()),
              number(e.validation().loss()),
              number(e.validation().accuracy()),
              number(e.validation().recall()),
              String.format(Locale.ROOT, "%.3g", e.learningRate()),
              String.format(Locale.ROOT, "%.1f", e.seconds())));
    }
    html.raw("</table></details>\n");
  }

  private void chart(byte[] png, String name) {
    html.picture(png, name + " by epoch; the numbers are in the table below", "chart");
  }

  void errors(RunRecord run, Predictions predictions, Function<Sample, Image> images) {
    List<Prediction> errors = predictions.errors();
    if (errors.isEmpty()) {
      return;
    }
    Map<String, Sample> samples =
        run.split().stream()
            .flatMap(split -> split.test().stream())
            .collect(Collectors.toMap(Sample::source, Function.identity()));
    html.raw("<h2>Worst errors</h2>\n<p class=\"soft\">The ")
        .text(
            Math.min(MOST_ERRORS, errors.size())
                + " of "
                + errors.size()
                + " wrong images in which the network was most sure.")
        .raw("</p>\n<div class=\"figures thumbs\">");
    for (Prediction error : errors.subList(0, Math.min(MOST_ERRORS, errors.size()))) {
      Sample sample = samples.get(error.source());
      if (sample != null) {
        int called = predictions.decided(error);
        html.raw("<figure>")
            .picture(Pictures.scan(images.apply(sample)), error.source(), "thumb")
            .raw("<figcaption>")
            .text(error.source())
            .raw("<br>")
            .text(
                String.format(
                    Locale.ROOT,
                    "is %s, called %s (%.0f %%)",
                    predictions.labels().name(error.truth()),
                    predictions.labels().name(called),
                    100 * error.probabilities()[called]))
            .raw("</figcaption></figure>\n");
      }
    }
    html.raw("</div>\n");
  }

  void explanations(List<ExplainedSample> explained, Labels labels) {
    if (explained.isEmpty()) {
      return;
    }
    html.raw("<h2>What the network looked at</h2>\n<p>")
        .text(
            "Left the scan, in the middle its superpixels, on the right the regions of the largest"
                + " weight: green speaks for the decision, hatched orange against it.")
        .text(
            explained.stream().anyMatch(e -> e.mask().isPresent())
                ? " A blue outline is the true finding."
                : "")
        .raw("</p>\n");
    explained.forEach(e -> explanation(e, labels));
  }

  private void explanation(ExplainedSample sample, Labels labels) {
    Explanation e = sample.explanation();
    List<Explanation.Weight> top = e.top(TOP_REGIONS);
    html.element("h3", sample.sample().source());
    html.raw("<p>")
        .text(
            String.format(
                Locale.ROOT,
                "Called \"%s\", labelled \"%s\". Explained: \"%s\", probability %.3f, by %s%s.",
                labels.name(sample.predicted()),
                labels.name(sample.sample().label()),
                labels.name(e.label()),
                e.probability(),
                e.explainer(),
                e.figures().containsKey("r2")
                    ? String.format(
                        Locale.ROOT, " (R² of the local model %.2f)", e.figures().get("r2"))
                    : ""))
        .raw("</p>\n<div class=\"figures\">");
    figure(Pictures.scan(sample.image()), "The scan as the network saw it");
    figure(
        Pictures.outlines(sample.image(), e.regions(), sample.mask()),
        e.regions().count() + " superpixels");
    figure(
        Pictures.weights(sample.image(), e, top, sample.mask()),
        "Top regions: green for \"" + labels.name(e.label()) + "\", hatched orange against");
    html.raw(
        "</div>\n<table><tr><th>region</th><th class=\"number\">weight</th><th>speaks</th></tr>");
    for (Explanation.Weight weight : top) {
      html.raw("<tr>")
          .element("td", Integer.toString(weight.region()))
          .raw("<td class=\"number\">")
          .text(String.format(Locale.ROOT, "%+.4f", weight.value()))
          .raw("</td>")
          .element("td", weight.value() > 0 ? "for" : "against")
          .raw("</tr>\n");
    }
    html.raw("</table>\n");
  }

  private void figure(byte[] png, String caption) {
    html.raw("<figure>").picture(png, caption, "scan").element("figcaption", caption);
    html.raw("</figure>\n");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
