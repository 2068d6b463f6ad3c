package axial.report;

import axial.data.Labels;
import axial.data.Sample;
import axial.explain.Explanation;
import axial.explain.Explanation.Weight;
import axial.explain.Localization;
import axial.explain.Localization.Score;
import axial.explain.LocalizationSummary;
import axial.explain.Stability;
import axial.run.ExplainedSample;
import axial.run.RunRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The section that shows what single images were decided by, the explainers side by side. */
final class ExplanationSection {

  private static final int MOST_IMAGES = 12;
  private static final int NUMBERED = 5;

  private final Html html;

  ExplanationSection(Html html) {
    this.html = html;
  }

  void write(List<ExplainedSample> explained, RunRecord.DataRecord data) {
    if (explained.isEmpty()) {
      return;
    }
    html.results("What the network looked at")
        .element(
            "p",
            "Regions of the largest weight, numbered as in the tables: green speaks for the class,"
                + " hatched orange against it. Yellow lines part the regions."
                + (explained.stream().anyMatch(e -> e.localization().isPresent())
                    ? " A blue outline on black is the true finding."
                    : "")
                + " Weights say what the network answered by, not whether it was right.");
    scores(ExplainedSample.summaries(explained));
    Map<String, List<ExplainedSample>> byImage = new LinkedHashMap<>();
    explained.forEach(
        e -> byImage.computeIfAbsent(e.sample().id(), id -> new ArrayList<>()).add(e));
    Set<Sample> known = new HashSet<>(data.samples());
    byImage.values().stream()
        .limit(MOST_IMAGES)
        .forEach(of -> image(of, data.labels(), known.contains(of.get(0).sample())));
    if (byImage.size() > MOST_IMAGES) {
      html.styled(
          "p",
          "soft",
          "%d more images are explained in the folder explanations/."
              .formatted(byImage.size() - MOST_IMAGES));
    }
  }

  /** How well each explainer points at known findings, over more than one image. */
  private void scores(List<LocalizationSummary> summaries) {
    if (summaries.stream().noneMatch(s -> s.images() > 1)) {
      return;
    }
    html.element("h3", "How well they point at the finding")
        .element(
            "p",
            "Over the images here whose finding is known. Hits: the middle of the strongest region"
                + " lies in the finding. IoU: of the finding and as large an area of the strongest"
                + " regions. Inside: share of the weight for the class that lies in it.")
        .table("")
        .row("th", List.of("explainer", "images", "hits", "IoU", "inside"));
    for (LocalizationSummary s : summaries) {
      html.row(
          "td",
          List.of(
              s.explainer(),
              Integer.toString(s.images()),
              String.format(
                  Locale.ROOT,
                  "%d (95 %% interval %.0f to %.0f %%)",
                  s.hits(),
                  100 * s.hitsLow(),
                  100 * s.hitsHigh()),
              iou(s.found()),
              inside(s.found())));
      byChance("regions of " + s.explainer() + " in a random order", s.images(), s.random());
    }
    byChance(
        "a disc in the centre of the image", summaries.get(0).images(), summaries.get(0).centre());
    html.endTable();
  }

  private void byChance(String name, int images, Score score) {
    html.row(
        "td",
        List.of(
            name,
            Integer.toString(images),
            String.format(Locale.ROOT, "%.1f", images * score.hit()),
            iou(score),
            inside(score)));
  }

  private static String iou(Score score) {
    return String.format(Locale.ROOT, "%.3f", score.iou());
  }

  private static String inside(Score score) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * score.share());
  }

  /** One image with what each explainer said of it. */
  private void image(List<ExplainedSample> explained, Labels labels, boolean truthKnown) {
    ExplainedSample first = explained.get(0);
    html.raw("<section>")
        .element("h3", first.sample().source())
        .element(
            "p",
            "Called \"%s\", %s."
                .formatted(
                    labels.name(first.predicted()),
                    truthKnown
                        ? "labelled \"" + labels.name(first.sample().label()) + "\""
                        : "not an image of this run"))
        .raw("<div class=\"figures\">");
    figure(Pictures.scan(first.image()), "The scan as the network saw it");
    for (ExplainedSample e : explained) {
      String name = labels.name(e.explanation().label());
      figure(
          Pictures.weights(e, tinted(e.explanation()), NUMBERED),
          "%s: green for \"%s\", hatched orange against"
              .formatted(e.explanation().explainer(), name));
    }
    html.raw("</div>\n");
    explained.forEach(e -> details(e, labels));
    html.raw("</section>\n");
  }

  /** So many regions that a tenth of the image is tinted, as small regions are hard to see. */
  private static int tinted(Explanation explanation) {
    int[] areas = new int[explanation.regions().count()];
    int[] numbers = explanation.regions().numbers();
    for (int number : numbers) {
      areas[number]++;
    }
    int count = 0;
    int area = 0;
    for (Weight weight : explanation.weights()) {
      if (count >= NUMBERED && area >= numbers.length / 10) {
        break;
      }
      count++;
      area += areas[weight.region()];
    }
    return count;
  }

  private void details(ExplainedSample sample, Labels labels) {
    Explanation e = sample.explanation();
    html.raw("<div class=\"figures\">");
    figure(
        Pictures.outlines(sample),
        Html.count(e.regions().count(), "region") + " of " + e.explainer());
    html.table("").raw("<tr><th>region</th><th class=\"number\">weight</th><th>speaks</th></tr>\n");
    List<Weight> top = e.top(NUMBERED);
    for (int rank = 1; rank <= top.size(); rank++) {
      double value = top.get(rank - 1).value();
      html.raw("<tr>")
          .element("td", Integer.toString(rank))
          .styled("td", "number", String.format(Locale.ROOT, "%+.4f", value))
          .element("td", value > 0 ? "for" : "against")
          .raw("</tr>\n");
    }
    html.endTable().raw("<div class=\"said\">");
    html.element(
        "p",
        String.format(
            Locale.ROOT,
            "%s explains \"%s\", probability %.3f.",
            e.explainer(),
            labels.name(e.label()),
            e.probability()));
    Double r2 = e.figures().get("r2");
    if (r2 != null) {
      html.element("p", String.format(Locale.ROOT, "R\u00b2 of the local model %.2f.", r2));
    }
    Stability.of(e).map(Stability::text).ifPresent(t -> html.element("p", "Stability: " + t + "."));
    sample
        .localization()
        .map(Localization::text)
        .ifPresent(t -> html.element("p", "Finding: " + t + "."));
    e.notes().forEach(note -> html.styled("p", "doubt", note));
    html.raw("</div></div>\n");
  }

  private void figure(byte[] png, String caption) {
    html.raw("<figure>").picture(png, caption, "scan").element("figcaption", caption);
    html.raw("</figure>\n");
  }
}
