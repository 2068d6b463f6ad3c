package axial.cli;

import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.data.DistinctSamples;
import axial.data.DuplicateFinder;
import axial.data.DuplicateGroup;
import axial.data.LeftOut;
import axial.data.Sample;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Settings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks a data set over before anything is trained on it. */
@Command(
    name = "audit",
    description =
        "Counts the images of a folder by class and lists duplicates and what was left out.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial audit scans",
      "  ./axial audit scans --set \"classes=no=healthy,yes=tumour\""
    })
final class AuditCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "DIR", description = "A folder of class folders, or phantom.")
  private String data = "";

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting of the source.")
  private List<String> set = new ArrayList<>();

  AuditCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Watch watch = session.watch();
    DatasetSource source =
        session.extensions().all(DatasetSource.class).stream()
            .filter(s -> s.accepts(data))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Problem.Kind.USAGE,
                        "No data source can open \"" + data + "\".",
                        "Give a folder, or phantom."));
    Settings settings =
        Settings.of("the source " + source.id(), source.settings(), Assignments.parse(set));
    Dataset dataset = source.open(data, settings, watch);
    DuplicateFinder finder = session.extensions().find(DuplicateFinder.class, "exact");
    List<DuplicateGroup> groups =
        finder
            .find(dataset, Settings.defaults("the finder exact", finder.settings()), watch)
            .groups();
    print(dataset, groups, DistinctSamples.of(dataset, groups));
  }

  private void print(Dataset dataset, List<DuplicateGroup> groups, DistinctSamples distinct) {
    Terminal terminal = session.terminal();
    Table classes = new Table(List.of("class", "images", "distinct"));
    for (int label = 0; label < dataset.labels().count(); label++) {
      int wanted = label;
      classes.add(
          List.of(
              dataset.labels().name(label),
              Integer.toString(dataset.countsByClass()[label]),
              Long.toString(distinct.samples().stream().filter(s -> s.label() == wanted).count())));
    }
    terminal.line(dataset.name() + ": " + Words.count(dataset.samples().size(), "image"));
    terminal.line(classes.text());
    terminal.line(
        "\nExact duplicates: %s, %s to remove, %d remain; %s across classes."
            .formatted(
                Words.count(groups.size(), "group"),
                Words.count(distinct.removed().size(), "image"),
                distinct.samples().size(),
                Words.count(
                    groups.stream().filter(DuplicateGroup::crossesClasses).count(), "group")));
    for (DuplicateGroup group : groups) {
      terminal.line(
          "  "
              + String.join(" = ", group.samples().stream().map(Sample::source).toList())
              + (group.crossesClasses() ? "   (different classes: all are removed)" : ""));
    }
    dataset.notes().forEach(note -> terminal.line("\n" + note));
    if (!dataset.leftOut().isEmpty()) {
      terminal.line("\nLeft out: " + Words.count(dataset.leftOut().size(), "file"));
      for (LeftOut left : dataset.leftOut()) {
        terminal.line("  " + left.source() + ": " + left.reason());
      }
    }
  }
}
