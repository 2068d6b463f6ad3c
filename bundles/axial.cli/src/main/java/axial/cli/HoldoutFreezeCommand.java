package axial.cli;

import axial.data.Dataset;
import axial.data.DistinctSamples;
import axial.data.DuplicateFinder;
import axial.data.DuplicateGroup;
import axial.data.HoldOut;
import axial.data.Sample;
import axial.job.Seed;
import axial.job.Settings;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Freezes a hold-out. */
@Command(
    name = "freeze",
    description = {
      "Draws a share of the images, by class and in whole groups, and freezes it for good.",
      "Duplicates of frozen images are frozen with them. Nothing can be added or taken out later."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial holdout freeze final-exam --data scans --share 0.2 --seed 1",
      "  ./axial holdout freeze final-exam --data scans --group csv:patients.csv"
    })
final class HoldoutFreezeCommand implements Runnable {

  private static final List<String> FINDERS = List.of("near", "exact");

  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Letters, digits, hyphens and underscores.")
  private String name = "";

  @Mixin private DataOptions data = new DataOptions();

  @Option(names = "--share", paramLabel = "S", description = "Share of the images: 0.2.")
  private double share = 0.2;

  @Option(names = "--seed", paramLabel = "N", description = "Decides which are drawn: 1.")
  private long seed = 1;

  HoldoutFreezeCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Watch watch = session.watch();
    OpenedData opened =
        OpenedData.of(session.extensions(), data.fullAddress(), data.settings(), watch);
    DuplicateFinder finder = finder();
    List<DuplicateGroup> duplicates =
        finder
            .find(
                opened.dataset(),
                Settings.defaults("the finder " + finder.id(), finder.settings()),
                watch)
            .apart(opened.dataset().distinct())
            .groups();
    HoldOut holdOut =
        session
            .holdOuts()
            .freeze(
                name,
                opened.dataset(),
                opened.source(),
                duplicates,
                share,
                new Seed(seed).derive("hold-out"));
    print(holdOut, opened.dataset(), DistinctSamples.of(opened.dataset(), duplicates));
  }

  /** The one that finds most. */
  private DuplicateFinder finder() {
    List<DuplicateFinder> all = session.extensions().all(DuplicateFinder.class);
    return FINDERS.stream()
        .flatMap(id -> all.stream().filter(f -> f.id().equals(id)))
        .findFirst()
        .orElseGet(() -> session.extensions().find(DuplicateFinder.class, "exact"));
  }

  private void print(HoldOut holdOut, Dataset dataset, DistinctSamples distinct) {
    Terminal terminal = session.terminal();
    dataset.notes().forEach(terminal::line);
    Table table = new Table(List.of("class", "distinct images", "frozen", "share", "wanted"));
    for (String className : dataset.labels().names()) {
      int label = dataset.labels().names().indexOf(className);
      long all = distinct.samples().stream().filter(s -> s.label() == label).count();
      long frozen =
          distinct.samples().stream()
              .filter(s -> s.label() == label)
              .map(Sample::id)
              .filter(holdOut.classes()::containsKey)
              .count();
      table.add(
          List.of(
              className,
              Long.toString(all),
              Long.toString(frozen),
              percent((double) frozen / Math.max(1, all)),
              percent(share)));
    }
    terminal.line(table.text());
    terminal.line(
        "%nFrozen as %s: %s to judge on%s."
            .formatted(
                holdOut.name(),
                Words.count(holdOut.classes().size(), "image"),
                holdOut.companions().isEmpty()
                    ? ""
                    : " and " + Words.count(holdOut.companions().size(), "duplicate")));
    terminal.line(
        "Runs set them aside from now on. Judge one with: ./axial evaluate RUN --holdout "
            + holdOut.name());
  }

  private static String percent(double of) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * of);
  }
}
