package axial.report;

import axial.data.Sample;
import axial.data.Split;
import axial.eval.EvaluationTable;
import axial.run.LeakCertificate;
import axial.run.NaiveAndClean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sections about what the parts share, and what a leak does to the score. */
final class LeakSections {

  private final Html html;

  LeakSections(Html html) {
    this.html = html;
  }

  void certificate(LeakCertificate leaks) {
    html.styled(
            "p",
            leaks.clean() ? "clean" : "",
            (leaks.clean() ? "✓ Leak certificate: " : "Leak certificate: ") + leaks.text())
        .raw("\n");
    leaks.caution().ifPresent(caution -> html.styled("p", "notice", caution).raw("\n"));
  }

  /** Lists what the certificate counts. */
  void shared(LeakCertificate leaks, Optional<Split> split) {
    html.fold(
            "Image contents in more than one part",
            split.map(parts -> copies(leaks, parts)).orElse(leaks.sharedIds()))
        .fold(
            "Near pairs across parts",
            leaks.nearPairs().stream().map(LeakCertificate.Pair::text).toList())
        .fold("Groups in more than one part", leaks.sharedGroups());
  }

  private static List<String> copies(LeakCertificate leaks, Split split) {
    Map<String, List<String>> copies = new HashMap<>();
    for (Split.Part part : Split.Part.values()) {
      for (Sample sample : split.part(part)) {
        copies
            .computeIfAbsent(sample.id(), id -> new ArrayList<>())
            .add(sample.source() + " (" + part.label() + ")");
      }
    }
    return leaks.sharedIds().stream()
        .map(id -> String.join(" = ", copies.getOrDefault(id, List.of(id))))
        .toList();
  }

  void naiveAndClean(NaiveAndClean scores) {
    EvaluationTable table = scores.table();
    html.results(table.title()).table("");
    html.row("th", table.columns());
    table.rows().forEach(row -> html.row("td", row));
    html.endTable();
    scores.notes().forEach(note -> html.element("p", note));
  }
}
