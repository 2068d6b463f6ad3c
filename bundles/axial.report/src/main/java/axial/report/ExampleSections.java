package axial.report;

import axial.data.Image;
import axial.data.Sample;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.job.ProblemException;
import axial.run.RunRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The section that shows the worst errors. */
final class ExampleSections {

  private static final int MOST_ERRORS = 12;

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
}
