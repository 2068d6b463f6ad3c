package axial.cli;

import axial.explain.Localization.Score;
import axial.explain.LocalizationSummary;
import axial.run.ExplainedSample;
import java.util.List;
import java.util.Locale;

/** How well explainers point at known findings, one under the other. */
final class ScoreTable {

  private final List<ExplainedSample> explained;

  ScoreTable(List<ExplainedSample> explained) {
    this.explained = explained;
  }

  /** The table with what it means, without an end of line at its end. */
  String text() {
    Table table = new Table(List.of("explainer", "n", "hits", "95 %", "IoU", "inside"));
    List<LocalizationSummary> summaries = ExplainedSample.summaries(explained);
    for (LocalizationSummary s : summaries) {
      table.add(
          row(
              s.explainer(),
              s.images(),
              Integer.toString(s.hits()),
              String.format(Locale.ROOT, "%.2f to %.2f", s.hitsLow(), s.hitsHigh()),
              s.found()));
      table.add(byChance("  its regions at random", s.images(), s.random()));
    }
    summaries.stream()
        .findFirst()
        .ifPresent(s -> table.add(byChance("centre of the image", s.images(), s.centre())));
    return "\n"
        + table.text()
        + "\n\nhits: the strongest region's middle lies in the finding. IoU: of the finding and as"
        + " large an area\nof the strongest regions, on average. inside: share of the weight for"
        + " the class, on average.";
  }

  private static List<String> byChance(String name, int images, Score score) {
    return row(name, images, String.format(Locale.ROOT, "%.1f", images * score.hit()), "", score);
  }

  private static List<String> row(String name, int n, String hits, String interval, Score score) {
    return List.of(
        name,
        Integer.toString(n),
        hits,
        interval,
        String.format(Locale.ROOT, "%.3f", score.iou()),
        String.format(Locale.ROOT, "%.1f %%", 100 * score.share()));
  }
}
