package axial.report;

import axial.data.Labels;
import axial.data.LeftOut;
import axial.data.Sample;
import axial.data.Shares;
import axial.data.Split;
import axial.job.Choice;
import axial.run.ExplainedSample;
import axial.run.PredictedBy;
import axial.run.Provenance;
import axial.run.RunRecord;
import axial.run.RunSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sections about where the result comes from: data, leaks, settings, bundles. */
final class OriginSections {

  private final Html html;

  OriginSections(Html html) {
    this.html = html;
  }

  void data(RunRecord run, RunRecord.DataRecord data) {
    Labels labels = data.labels();
    html.raw("<h2>Data</h2>\n")
        .element(
            "p",
            "%s: %s. Taken out: %s. Left out: %s."
                .formatted(
                    data.name(),
                    Html.count(data.samples().size(), "image"),
                    data.duplicates().text(),
                    Html.count(data.leftOut().size(), "file")));
    run.split().ifPresent(split -> parts(split, labels, data.wanted()));
    data.notes().forEach(note -> html.element("p", note));
    html.fold(
            "Duplicate groups",
            data.duplicateGroups().stream().map(group -> String.join(" = ", group)).toList())
        .fold("Duplicates taken out", data.removed().stream().map(Sample::source).toList())
        .fold("Left out", data.leftOut().stream().map(OriginSections::line).toList());
  }

  /** Counts, and what share of the whole class or data set each is, beside the wanted share. */
  private void parts(Split split, Labels labels, Optional<Shares> wanted) {
    int classes = labels.count();
    int all = 0;
    int[] ofClass = new int[classes];
    for (Split.Part part : Split.Part.values()) {
      all += split.part(part).size();
      for (int c = 0; c < classes; c++) {
        ofClass[c] += split.countsByClass(part, classes)[c];
      }
    }
    html.table("").raw("<tr><th>part</th>");
    labels.names().forEach(name -> html.styled("th", "number", name));
    html.raw("<th class=\"number\">all</th><th class=\"number\">wanted</th></tr>\n");
    for (Split.Part part : Split.Part.values()) {
      html.raw("<tr>").element("td", part.label());
      for (int c = 0; c < classes; c++) {
        html.styled("td", "number", share(split.countsByClass(part, classes)[c], ofClass[c]));
      }
      html.styled("td", "number", share(split.part(part).size(), all));
      html.styled("td", "number", wanted.map(shares -> percent(shares.of(part))).orElse("–"));
      html.raw("</tr>\n");
    }
    html.endTable();
  }

  private static String share(int count, int all) {
    return count + " (" + percent((double) count / Math.max(1, all)) + ")";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String line(LeftOut left) {
    return left.source() + ": " + left.reason();
  }

  void settings(RunRecord run, List<ExplainedSample> explanations) {
    RunSpec spec = run.spec();
    html.raw("<h2>What made it</h2>\n").table("");
    row("data", spec.data());
    row("seed", Long.toString(spec.seed()));
    row("input", spec.input().toString());
    row("source", describe(spec.source()));
    if (spec.protocol() == Split.Protocol.NOTEBOOK) {
      row("protocol", "notebook: split 80/5/15 at random, then copies removed in each part alone");
    } else {
      row("duplicates", describe(spec.duplicates()));
      row("split", describe(spec.splitter()));
    }
    row("augmentation", describe(spec.augmenters()));
    row("standardization", describe(spec.standardizers()));
    row("model", describe(spec.model()));
    row("engine", describe(spec.engine()));
    row(
        "training",
        "at most %d epochs, batch %d, class weights %s, patience %d"
            .formatted(
                spec.plan().epochs(),
                spec.plan().batch(),
                spec.plan().balancedClasses() ? "balanced" : "none",
                spec.plan().patience()));
    row("learning rate", describe(spec.plan().schedules()));
    row("evaluators", describe(spec.evaluators()));
    row("explainers", describe(spec.explainers()));
    run.memory().text().ifPresent(text -> row("memory at most", text));
    predicted("test part predicted by", run.predictedBy());
    predicted(
        "explainers answered by",
        explanations.stream()
            .map(ExplainedSample::predictedBy)
            .reduce(PredictedBy.nobody(), PredictedBy::plus));
    html.endTable()
        .raw("<details><summary>The network</summary>")
        .element("pre", run.network().summary())
        .raw("</details>\n");
  }

  private void predicted(String name, PredictedBy by) {
    if (!by.images().isEmpty()) {
      row(name, by.text());
    }
  }

  private void row(String name, String value) {
    html.raw("<tr>").element("th", name).element("td", value).raw("</tr>\n");
  }

  private static String describe(List<Choice> choices) {
    return choices.isEmpty()
        ? "none"
        : choices.stream().map(OriginSections::describe).collect(Collectors.joining("; "));
  }

  private static String describe(Choice choice) {
    String settings =
        choice.settings().entrySet().stream()
            .filter(e -> !e.getValue().isEmpty())
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
    return choice.id() + (settings.isEmpty() ? "" : " (" + settings + ")");
  }

  void provenance(Provenance provenance) {
    html.table("");
    provenance.platform().forEach(this::row);
    row("SHA-256 of the manifest", provenance.dataSha256());
    html.endTable()
        .raw("<details open>")
        .element("summary", "Bundles (" + provenance.bundles().size() + ")")
        .table("hash");
    html.row("th", List.of("bundle", "version", "used for", "SHA-256"));
    for (Provenance.BundleUse bundle : provenance.bundles()) {
      html.row(
          "td",
          List.of(
              bundle.symbolicName(),
              bundle.version(),
              String.join(", ", bundle.services()),
              bundle.sha256()));
    }
    html.endTable().raw("</details>\n");
  }

  void failures(List<String> failures) {
    if (!failures.isEmpty()) {
      html.raw("<h2>Extensions that were set aside</h2>\n<ul>");
      failures.forEach(failure -> html.element("li", failure));
      html.raw("</ul>\n");
    }
  }
}
