package axial.report;

import axial.audit.Audit;
import axial.audit.AuditedPart;
import axial.audit.ClassCount;
import axial.audit.Finding;
import axial.audit.MemoryScore;
import axial.audit.Score;
import axial.audit.Shortcut;
import axial.data.LeftOut;
import axial.eval.Estimate;
import axial.job.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An audit as one HTML file: what to worry about first, then what that rests on. */
final class AuditPage {

  private final Audit audit;
  private final Set<String> tables;
  private final TwinSections twins;
  private final Html html = new Html(Optional.empty());

  AuditPage(Audit audit, TwinGroups groups, Set<String> tables, Progress progress) {
    this.audit = audit;
    this.tables = tables;
    this.twins = new TwinSections(html, audit, groups, progress);
  }

  String text() {
    String name =
        audit.parts().stream().map(AuditedPart::name).collect(Collectors.joining(" against "));
    html.begin(
        "Audit of " + name,
        "Audit of " + name,
        audit.parts().stream().map(AuditedPart::address).collect(Collectors.joining(" against ")));
    findings();
    audit.parts().forEach(this::counts);
    twins.groups();
    twins.pairs();
    memory();
    shortcuts();
    sources();
    making();
    return html.end();
  }

  private void findings() {
    html.raw("<h2>What to worry about, and what to do next</h2>\n");
    if (audit.findings().stream().noneMatch(f -> f.level() == Finding.Level.WARNING)) {
      html.styled("p", "clean", "✓ Nothing was found that would make a result worthless.");
    }
    for (Finding finding : audit.findings()) {
      html.raw("<section class=\"finding " + style(finding.level()) + "\">")
          .styled("b", "level", word(finding.level()))
          .raw(" ")
          .text(finding.what());
      if (!finding.next().isEmpty()) {
        html.raw("<p><b>Next:</b> ").text(finding.next()).raw("</p>");
      }
      html.raw("</section>\n");
    }
  }

  private static String style(Finding.Level level) {
    return switch (level) {
      case WARNING -> "worry";
      case NOTE -> "note";
      case FINE -> "fine";
    };
  }

  private static String word(Finding.Level level) {
    return switch (level) {
      case WARNING -> "Worry:";
      case NOTE -> "Know:";
      case FINE -> "Fine:";
    };
  }

  private void counts(AuditedPart part) {
    boolean two = audit.against().isPresent();
    html.raw("<h2>").text("Images of " + part.name()).raw("</h2>\n").table("");
    html.raw("<tr><th>class</th>");
    List<String> head =
        new ArrayList<>(List.of("images", "different contents", "kept without twins"));
    if (two) {
      head.addAll(List.of("with a twin in the other folder", "share"));
    }
    head.forEach(name -> html.styled("th", "number", name));
    html.raw("</tr>\n");
    for (int label = 0; label < audit.labels().count(); label++) {
      countRow(audit.labels().name(label), part.counts().get(label), two);
    }
    countRow("all", part.total(), two);
    html.endTable();
  }

  private void countRow(String name, ClassCount count, boolean two) {
    html.raw("<tr>").element("td", name);
    for (int number : new int[] {count.images(), count.contents(), count.kept()}) {
      html.styled("td", "number", Integer.toString(number));
    }
    if (two) {
      html.styled("td", "number", Integer.toString(count.twins()))
          .styled("td", "number", percent(count.twinShare()));
    }
    html.raw("</tr>\n");
  }

  private void memory() {
    if (audit.memory().isEmpty()) {
      return;
    }
    html.raw("<h2>What plain memory scores</h2>\n")
        .element(
            "p",
            "Each image gets the class of the most similar one that is known, by thumbnails of"
                + " 32x32 grey values. Nothing is learned; a network that scores no more has shown"
                + " nothing.")
        .table("");
    scoreHead("question", List.of("known", "asked"));
    for (MemoryScore memory : audit.memory()) {
      html.raw("<tr>")
          .element("td", memory.question().words())
          .styled("td", "number", Integer.toString(memory.known()))
          .styled(
              "td",
              "number",
              memory.asked() + (memory.sampled() ? " drawn from " + memory.available() : ""));
      score(memory.score());
      html.raw("</tr>\n");
    }
    html.endTable();
  }

  private void shortcuts() {
    if (audit.shortcuts().isEmpty()) {
      return;
    }
    html.raw("<h2>What tells the class without a look at the picture</h2>\n")
        .element(
            "p",
            "Rules of at most two questions about one property, learned on four fifths of the"
                + " images of "
                + audit.data().name()
                + " and asked about the rest, five times; all classes weigh the same. Copies, and"
                + " images of one patient where there are enough patients, are never on both"
                + " sides. The rules of the others are in shortcuts.csv.")
        .table("");
    scoreHead("property", List.of());
    for (Shortcut shortcut : audit.shortcuts()) {
      html.raw("<tr>").raw("<td>").element("b", shortcut.title());
      if (shortcut.telling()) {
        html.raw(" ").styled("span", "tells", "tells the class");
        shortcut.rule().forEach(rule -> html.raw("<br>").text(rule));
      }
      html.raw("</td>");
      score(shortcut.score());
      html.raw("</tr>\n");
    }
    html.endTable();
  }

  private void scoreHead(String first, List<String> numbers) {
    html.raw("<tr>").element("th", first);
    numbers.forEach(name -> html.styled("th", "number", name));
    html.raw("<th class=\"number\">balanced accuracy</th><th>95 % interval</th>")
        .raw("<th class=\"number\">constant answer</th><th class=\"number\">accuracy</th>")
        .raw("<th>95 % interval</th><th class=\"number\">always the most frequent class</th>")
        .raw("</tr>\n");
  }

  private void score(Score score) {
    estimate(score.balancedAccuracy(), score.chance());
    estimate(score.accuracy(), score.majority());
  }

  private void estimate(Estimate estimate, double without) {
    html.styled("td", "number", number(estimate.value()))
        .styled("td", "range", number(estimate.low()) + " to " + number(estimate.high()))
        .styled("td", "number", number(without));
  }

  private void sources() {
    for (AuditedPart part : audit.parts()) {
      if (!part.notes().isEmpty() || !part.leftOut().isEmpty()) {
        html.raw("<h2>").text("What the source of " + part.name() + " says").raw("</h2>\n");
        part.notes().forEach(note -> html.element("p", note));
        html.fold("Left out", part.leftOut().stream().map(AuditPage::line).toList());
      }
    }
  }

  private static String line(LeftOut left) {
    return left.source() + ": " + left.reason();
  }

  private void making() {
    String settings =
        audit.finder().settings().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    html.raw("<h2>What made it</h2>\n")
        .element(
            "p",
            "Twins by the finder %s%s. Seed %d. Tables beside this file: %s."
                .formatted(
                    audit.finder().id(),
                    settings.isEmpty() ? "" : " (" + settings + ")",
                    audit.seed(),
                    String.join(", ", tables)));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * value);
  }
}
