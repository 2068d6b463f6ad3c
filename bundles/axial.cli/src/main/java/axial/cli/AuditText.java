package axial.cli;

import axial.audit.Audit;
import axial.audit.AuditedPart;
import axial.audit.ClassCount;
import axial.audit.Finding;
import axial.audit.MemoryScore;
import axial.audit.Score;
import axial.audit.Shortcut;
import axial.data.DuplicateGroup;
import axial.data.LeftOut;
import axial.data.Sample;
import axial.data.SimilarPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints an audit: what to worry about first, then what that rests on. */
final class AuditText {

  private static final int MOST_LISTED = 50;

  private final Terminal terminal;
  private final Audit audit;

  AuditText(Terminal terminal, Audit audit) {
    this.terminal = terminal;
    this.audit = audit;
  }

  void print() {
    for (Finding finding : audit.findings()) {
      terminal.line(word(finding.level()) + finding.what());
      if (!finding.next().isEmpty()) {
        terminal.line("       Next: " + finding.next());
      }
    }
    audit.parts().forEach(this::counts);
    twins();
    if (!audit.memory().isEmpty()) {
      memory();
    }
    if (!audit.shortcuts().isEmpty()) {
      shortcuts();
    }
    audit.parts().forEach(this::source);
    terminal.line("\nResearch software, not a medical device: not for diagnosis.");
  }

  private static String word(Finding.Level level) {
    return switch (level) {
      case WARNING -> "Worry: ";
      case NOTE -> "Know:  ";
      case FINE -> "Fine:  ";
    };
  }

  private void counts(AuditedPart part) {
    boolean two = audit.against().isPresent();
    List<String> head = new ArrayList<>(List.of("class", "images", "contents", "kept"));
    if (two) {
      head.addAll(List.of("twins in the other", "share"));
    }
    Table table = new Table(head);
    for (int label = 0; label < audit.labels().count(); label++) {
      table.add(row(audit.labels().name(label), part.counts().get(label), two));
    }
    table.add(row("all", part.total(), two));
    terminal.line("\n" + part.name() + ": " + Words.count(part.samples().size(), "image"));
    terminal.line(table.text());
  }

  private static List<String> row(String name, ClassCount count, boolean two) {
    List<String> row = new ArrayList<>();
    row.add(name);
    row.add(Integer.toString(count.images()));
    row.add(Integer.toString(count.contents()));
    row.add(Integer.toString(count.kept()));
    if (two) {
      row.add(Integer.toString(count.twins()));
      row.add(String.format(Locale.ROOT, "%.1f %%", 100 * count.twinShare()));
    }
    return row;
  }

  private void twins() {
    List<DuplicateGroup> groups = audit.twins().groups();
    long exact = groups.stream().filter(DuplicateGroup::exact).count();
    terminal.line(
        "\nTwins: %s, %d equal pixel by pixel; %s across classes. Same series? %s."
            .formatted(
                Words.count(groups.size(), "group"),
                exact,
                Words.count(
                    groups.stream().filter(DuplicateGroup::crossesClasses).count(), "group"),
                Words.count(audit.twins().pairs(SimilarPair.Kind.SERIES).size(), "pair")));
    groups.stream().limit(MOST_LISTED).forEach(group -> terminal.line("  " + line(group)));
    more(groups.size(), "groups.csv");
  }

  private static String line(DuplicateGroup group) {
    StringBuilder line = new StringBuilder();
    Sample first = group.samples().get(0);
    for (Sample sample : group.samples()) {
      if (!line.isEmpty()) {
        line.append(sample.id().equals(first.id()) ? " = " : " ~ ");
      }
      line.append(sample.source());
    }
    return line + (group.crossesClasses() ? "   (different classes: all are removed)" : "");
  }

  private void memory() {
    Table table =
        new Table(
            List.of("plain memory", "asked", "balanced accuracy", "accuracy", "most frequent"));
    for (MemoryScore memory : audit.memory()) {
      Score score = memory.score();
      table.add(
          List.of(
              memory.question().words(),
              memory.asked() + (memory.sampled() ? " of " + memory.available() : ""),
              score.balancedAccuracy().text(),
              score.accuracy().text(),
              number(score.majority())));
    }
    terminal.line("\n" + table.text());
  }

  private void shortcuts() {
    Table table =
        new Table(List.of("property alone", "balanced accuracy", "accuracy", "most frequent", ""));
    for (Shortcut shortcut : audit.shortcuts()) {
      Score score = shortcut.score();
      table.add(
          List.of(
              shortcut.title(),
              score.balancedAccuracy().text(),
              score.accuracy().text(),
              number(score.majority()),
              shortcut.telling() ? "tells the class" : ""));
    }
    terminal.line("\n" + table.text());
    for (Shortcut shortcut : audit.shortcuts()) {
      if (shortcut.telling()) {
        shortcut.rule().forEach(rule -> terminal.line("  " + rule));
      }
    }
  }

  private void source(AuditedPart part) {
    part.notes().forEach(note -> terminal.line("\n" + part.name() + ": " + note));
    if (!part.leftOut().isEmpty()) {
      terminal.line("\nLeft out: " + Words.count(part.leftOut().size(), "file"));
      for (LeftOut left : part.leftOut().subList(0, Math.min(MOST_LISTED, part.leftOut().size()))) {
        terminal.line("  " + left.source() + ": " + left.reason());
      }
      more(part.leftOut().size(), "left-out.csv");
    }
  }

  private void more(int size, String file) {
    if (size > MOST_LISTED) {
      terminal.line("  and %d more, see %s".formatted(size - MOST_LISTED, file));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
