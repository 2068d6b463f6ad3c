package axial.report;

import axial.audit.Audit;
import axial.data.DuplicateGroup;
import axial.data.Sample;
import axial.data.SimilarPair;
import axial.job.ProblemException;
import axial.job.Progress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The sections that show pictures side by side. */
final class TwinSections {

  static final int MOST_GROUPS = 40;
  static final int MOST_MEMBERS = 6;
  static final int MOST_PAIRS = 12;

  private final Html html;
  private final Audit audit;
  private final TwinGroups groups;
  private final Progress progress;

  TwinSections(Html html, Audit audit, TwinGroups groups, Progress progress) {
    this.html = html;
    this.audit = audit;
    this.groups = groups;
    this.progress = progress;
  }

  /** The groups that matter most. */
  void groups() {
    html.raw("<h2>Twins</h2>\n");
    List<TwinGroups.Numbered> sorted = groups.byWeight();
    if (sorted.isEmpty()) {
      html.element("p", "No picture is there twice.");
      return;
    }
    long exact = sorted.stream().filter(group -> group.group().exact()).count();
    html.element(
        "p",
        "%s of twins: %d equal pixel by pixel, %d alike. %d with different classes, %d in both folders."
            .formatted(
                Html.count(sorted.size(), "group"),
                exact,
                sorted.size() - exact,
                sorted.stream().filter(group -> group.group().crossesClasses()).count(),
                sorted.stream().filter(TwinGroups.Numbered::crossesParts).count()));
    if (sorted.size() > MOST_GROUPS) {
      html.styled(
          "p",
          "soft",
          "The %d that matter most are shown; all %d are in groups.csv."
              .formatted(MOST_GROUPS, sorted.size()));
    }
    int shown = Math.min(MOST_GROUPS, sorted.size());
    html.raw("<div class=\"figures\">");
    for (int g = 0; g < shown; g++) {
      progress.check();
      progress.at("Drawing pictures", g, shown);
      group(sorted.get(g));
    }
    html.raw("</div>\n");
  }

  private void group(TwinGroups.Numbered numbered) {
    DuplicateGroup group = numbered.group();
    List<String> says = new ArrayList<>();
    says.add(group.exact() ? "equal pixel by pixel" : "alike");
    if (group.crossesClasses()) {
      says.add("different classes");
    }
    if (numbered.crossesParts()) {
      says.add("in both folders");
    }
    html.raw("<section class=\"together\">")
        .element("h3", "Group " + numbered.number() + ": " + String.join(", ", says))
        .raw("<div class=\"figures thumbs\">");
    Sample first = group.samples().get(0);
    picture(first, "");
    List<Sample> others = group.samples().subList(1, group.samples().size());
    others.stream()
        .limit(MOST_MEMBERS - 1L)
        .forEach(member -> picture(member, groups.relation(first, member)));
    html.raw("</div>\n");
    if (others.size() > MOST_MEMBERS - 1) {
      html.styled(
          "p", "soft", "and " + (others.size() - MOST_MEMBERS + 1) + " more, see groups.csv");
    }
    html.raw("</section>\n");
  }

  /** Pairs that are in no group: twins, then what may be one series. */
  void pairs() {
    Set<Set<String>> grouped = new HashSet<>();
    for (TwinGroups.Numbered numbered : groups.all()) {
      List<Sample> members = numbered.group().samples();
      String first = members.get(0).id();
      members.forEach(member -> grouped.add(Set.copyOf(List.of(first, member.id()))));
    }
    List<SimilarPair> twins =
        audit.twins().pairs().stream()
            .filter(pair -> pair.kind().duplicates())
            .filter(pair -> !grouped.contains(ids(pair)))
            .toList();
    pairs(
        "Other pairs of twins",
        "They are alike, but not both alike to the first of one group.",
        twins);
    pairs(
        "Same series?",
        "Different pictures that may be neighbouring slices of one head. They are no twins, but a"
            + " split should keep them together.",
        audit.twins().pairs(SimilarPair.Kind.SERIES));
  }

  private static Set<String> ids(SimilarPair pair) {
    return Set.copyOf(List.of(pair.first().id(), pair.second().id()));
  }

  private void pairs(String title, String meaning, List<SimilarPair> pairs) {
    if (pairs.isEmpty()) {
      return;
    }
    int shown = Math.min(MOST_PAIRS, pairs.size());
    html.element("h2", title)
        .element(
            "p",
            "%s. %s%s"
                .formatted(
                    Html.count(pairs.size(), "pair"),
                    meaning,
                    shown < pairs.size()
                        ? " %d of them, evenly drawn, are shown; all are in pairs.csv."
                            .formatted(shown)
                        : ""))
        .raw("<div class=\"figures\">");
    for (int p = 0; p < shown; p++) {
      progress.check();
      progress.at("Drawing pictures", p, shown);
      SimilarPair pair = pairs.get((int) ((long) p * pairs.size() / shown));
      html.raw("<section class=\"together\"><div class=\"figures thumbs\">");
      picture(pair.first(), "");
      picture(pair.second(), TwinGroups.words(pair));
      html.raw("</div></section>\n");
    }
    html.raw("</div>\n");
  }

  /** An image that can no longer be read costs its picture, not the audit. */
  private void picture(Sample sample, String relation) {
    html.raw("<figure>");
    try {
      html.picture(Miniature.png(audit.pixels().read(sample)), sample.source(), "thumb");
    } catch (ProblemException unreadable) {
      html.styled("p", "soft", unreadable.problem().summary());
    }
    html.raw("<figcaption>").text(sample.source()).raw("<br>");
    html.text(audit.labels().name(sample.label()) + size(sample));
    if (!relation.isEmpty()) {
      html.raw("<br>").text(relation);
    }
    html.raw("</figcaption></figure>\n");
  }

  private static String size(Sample sample) {
    String size =
        List.of("width", "height").stream()
            .filter(sample.attributes()::containsKey)
            .map(sample.attributes()::get)
            .collect(Collectors.joining("x"));
    String format = sample.attributes().getOrDefault("format", "");
    return (size.isEmpty() ? "" : ", " + size) + (format.isEmpty() ? "" : " " + format);
  }
}
