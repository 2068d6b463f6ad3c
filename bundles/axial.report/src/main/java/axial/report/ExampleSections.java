package axial.report;

import axial.data.Image;
import axial.data.Labels;
import axial.data.Sample;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.explain.Explanation;
import axial.job.ProblemException;
import axial.run.ExplainedSample;
import axial.run.RunRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sections that show single images: the worst errors and the explanations. */
final class ExampleSections {

  private static final int MOST_ERRORS = 12;
  private static final int TOP_REGIONS = 5;

  private final Html html;

  ExampleSections(Html html) {
    this.html = html;
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
    List<Prediction> worst = errors.subList(0, Math.min(MOST_ERRORS, errors.size()));
    html.results("Worst errors")
        .styled(
            "p",
            "soft",
            "The %d of %s in which the network was most sure."
                .formatted(worst.size(), Html.count(errors.size(), "wrong image")))
        .raw("<div class=\"figures thumbs\">");
    for (Prediction error : worst) {
      html.raw("<figure>");
      Optional.ofNullable(samples.get(error.source())).ifPresent(s -> thumbnail(s, images));
      html.raw("<figcaption>")
          .text(error.source())
          .raw("<br>")
          .text("truth: " + predictions.labels().name(error.truth()))
          .raw("<br>")
          .text("called: " + called(predictions, error))
          .raw("</figcaption></figure>\n");
    }
    html.raw("</div>\n");
    html.fold(
        "All wrong images",
        errors.stream()
            .map(
                e ->
                    "%s: truth %s, called %s"
                        .formatted(
                            e.source(),
                            predictions.labels().name(e.truth()),
                            called(predictions, e)))
            .toList());
  }

  /** An image that can no longer be read costs its picture, not the report. */
  private void thumbnail(Sample sample, Function<Sample, Image> images) {
    try {
      html.picture(Pictures.scan(images.apply(sample)), sample.source(), "thumb");
    } catch (ProblemException unreadable) {
      html.styled("p", "soft", unreadable.problem().summary());
    }
  }

  private static String called(Predictions predictions, Prediction prediction) {
    int called = predictions.decided(prediction);
    return String.format(
        Locale.ROOT,
        "%s (%.1f %%)",
        predictions.labels().name(called),
        100 * prediction.probabilities()[called]);
  }

  void explanations(List<ExplainedSample> explained, RunRecord.DataRecord data) {
    if (explained.isEmpty()) {
      return;
    }
    html.results("What the network looked at")
        .element(
            "p",
            "Left the scan, in the middle its superpixels in yellow, on the right the regions of"
                + " the largest weight, numbered as in the table: green speaks for the decision,"
                + " hatched orange against it."
                + (explained.stream().anyMatch(e -> e.mask().isPresent())
                    ? " A blue outline on black is the true finding."
                    : ""));
    Set<Sample> known = new HashSet<>(data.samples());
    for (ExplainedSample sample : explained) {
      explanation(sample, data.labels(), known.contains(sample.sample()));
    }
  }

  private void explanation(ExplainedSample sample, Labels labels, boolean truthKnown) {
    Explanation e = sample.explanation();
    List<Explanation.Weight> top = e.top(TOP_REGIONS);
    html.raw("<section>")
        .element("h3", sample.sample().source())
        .element(
            "p",
            String.format(
                Locale.ROOT,
                "Called \"%s\", %s. Explained: \"%s\", probability %.3f, by %s%s.",
                labels.name(sample.predicted()),
                truthKnown
                    ? "labelled \"" + labels.name(sample.sample().label()) + "\""
                    : "not an image of this run",
                labels.name(e.label()),
                e.probability(),
                e.explainer(),
                e.figures().containsKey("r2")
                    ? String.format(
                        Locale.ROOT, " (R² of the local model %.2f)", e.figures().get("r2"))
                    : ""))
        .raw("<div class=\"figures\">");
    figure(Pictures.scan(sample.image()), "The scan as the network saw it");
    figure(
        Pictures.outlines(sample.image(), e.regions(), sample.mask()),
        Html.count(e.regions().count(), "superpixel"));
    figure(
        Pictures.weights(sample.image(), e.regions(), top, sample.mask()),
        "Top regions: green for \"" + labels.name(e.label()) + "\", hatched orange against");
    html.table("").raw("<tr><th>region</th><th class=\"number\">weight</th><th>speaks</th></tr>\n");
    for (int rank = 1; rank <= top.size(); rank++) {
      double value = top.get(rank - 1).value();
      html.raw("<tr>")
          .element("td", Integer.toString(rank))
          .styled("td", "number", String.format(Locale.ROOT, "%+.4f", value))
          .element("td", value > 0 ? "for" : "against")
          .raw("</tr>\n");
    }
    html.endTable().raw("</div></section>\n");
  }

  private void figure(byte[] png, String caption) {
    html.raw("<figure>").picture(png, caption, "scan").element("figcaption", caption);
    html.raw("</figure>\n");
  }
}
