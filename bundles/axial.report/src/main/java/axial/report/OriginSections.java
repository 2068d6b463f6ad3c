package axial.report;

import axial.data.Labels;
import axial.data.LeftOut;
import axial.data.Split;
import axial.job.Choice;
import axial.run.Provenance;
import axial.run.RunRecord;
import axial.run.RunSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The sections about where the result comes from: data, leaks, settings, bundles. */
final class OriginSections {

  private static final int MOST_LISTED = 200;

  private final Html html;

  OriginSections(Html html) {
    this.html = html;
  }

  void leaks(RunRecord.DataRecord data) {
    if (data.leaks().clean()) {
      html.raw(
          "<p class=\"clean\">✓ Leak certificate: no image content and no group is in two parts.</p>\n");
    } else {
      html.raw("<p class=\"leak\">")
          .text(
              "This run leaks: %d image contents and %d groups are in more than one part. Its result says nothing about new data."
                  .formatted(data.leaks().sharedIds().size(), data.leaks().sharedGroups().size()))
          .raw("</p>\n");
    }
  }

  void data(RunRecord run, RunRecord.DataRecord data) {
    Labels labels = data.labels();
    html.raw("<h2>Data</h2>\n<p>")
        .text(
            "%s: %d images. %d exact duplicates in %d groups were removed; %d files were left out."
                .formatted(
                    data.name(),
                    data.samples().size(),
                    data.removed().size(),
                    data.duplicateGroups().size(),
                    data.leftOut().size()))
        .raw("</p>\n<table>");
    List<String> head = new ArrayList<>(List.of("part"));
    head.addAll(labels.names());
    head.add("all");
    html.row("th", head);
    run.split()
        .ifPresent(
            split -> {
              for (Split.Part part : Split.Part.values()) {
                int[] counts = split.countsByClass(part, labels.count());
                List<String> row = new ArrayList<>(List.of(part.label()));
                Arrays.stream(counts).forEach(count -> row.add(Integer.toString(count)));
                row.add(Integer.toString(split.part(part).size()));
                html.row("td", row);
              }
            });
    html.raw("</table>\n");
    data.notes().forEach(note -> html.element("p", note));
    fold(
        "Duplicate groups",
        data.duplicateGroups().stream().map(group -> String.join(" = ", group)).toList());
    fold("Left out", data.leftOut().stream().map(OriginSections::line).toList());
  }

  private static String line(LeftOut left) {
    return left.source() + ": " + left.reason();
  }

  private void fold(String title, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    html.raw("<details>").element("summary", title + " (" + lines.size() + ")").raw("<ul>");
    lines.stream().limit(MOST_LISTED).forEach(line -> html.element("li", line));
    if (lines.size() > MOST_LISTED) {
      html.element("li", "and " + (lines.size() - MOST_LISTED) + " more");
    }
    html.raw("</ul></details>\n");
  }

  void settings(RunRecord run) {
    RunSpec spec = run.spec();
    html.raw("<h2>What made it</h2>\n<table>");
    row("data", spec.data());
    row("seed", Long.toString(spec.seed()));
    row("input", spec.input().toString());
    row("source", describe(spec.source()));
    row("duplicates", describe(spec.duplicates()));
    row("split", describe(spec.splitter()));
    row("augmentation", describe(spec.augmenters()));
    row("model", describe(spec.model()));
    row("engine", describe(spec.engine()));
    row(
        "training",
        "%d epochs at most, batch %d, class weights %s, patience %d"
            .formatted(
                spec.plan().epochs(),
                spec.plan().batch(),
                spec.plan().balancedClasses() ? "balanced" : "none",
                spec.plan().patience()));
    row("learning rate", describe(spec.plan().schedules()));
    row("evaluators", describe(spec.evaluators()));
    row("explainers", describe(spec.explainers()));
    html.raw("</table>\n<details><summary>The network</summary>")
        .element("pre", run.network().summary())
        .raw("</details>\n");
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
    html.raw("<table>");
    provenance.platform().forEach(this::row);
    row("SHA-256 of the manifest", provenance.dataSha256());
    html.raw("</table>\n<details open><summary>Bundles (")
        .text(Integer.toString(provenance.bundles().size()))
        .raw(")</summary><table class=\"hash\">");
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
    html.raw("</table></details>\n");
  }

  void failures(List<String> failures) {
    if (!failures.isEmpty()) {
      html.raw("<h2>Set aside</h2>\n<ul>");
      failures.forEach(failure -> html.element("li", failure));
      html.raw("</ul>\n");
    }
  }
}
