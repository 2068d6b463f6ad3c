package axial.cli;

import axial.eval.EvaluationTable;
import axial.run.RepeatRequest;
import axial.run.Repetition;
import axial.run.RunCrates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a run again from its record and says whether it is bit-equal. */
@Command(
    name = "repeat",
    description = {
      "Makes a finished run again from its record and says whether every result is bit-equal;",
      "if not, which ingredient differs and at which stage the results first part."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial repeat out/first",
      "  ./axial repeat out/first --out out/again",
      "  ./axial repeat sent.zip --fetch",
      "  ./axial repeat sent.zip --data /scans/2018 --data /scans/2020",
      "",
      "Exit codes: 0 bit-equal, 7 not bit-equal; those of ./axial --help otherwise."
    })
final class RepeatCommand implements Callable<Integer> {

  /** The exit code when a result differs. */
  static final int DIFFERENT = 7;

  private final Session session;

  @Parameters(
      paramLabel = "RUN",
      description = {
        "A run of the workspace, the folder of a run, or a .zip that ./axial runs export wrote."
      })
  private String run = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the new run: missing or empty. Default: one in the workspace.")
  private @Nullable Path out;

  @Option(
      names = "--anyway",
      description = {
        "Go on when images have changed, and without the evaluators and explainers that are",
        "missing."
      })
  private boolean anyway;

  @Option(
      names = "--fetch",
      description = {
        "Fetch bundles of the record that are not here from the known catalogs, by their SHA-256,",
        "for this repetition, without asking."
      })
  private boolean fetch;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "Where the data of the run lies here; may be repeated, as for train. The images must be",
        "those of its record."
      })
  private List<String> data = new ArrayList<>();

  RepeatCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Watch watch = session.watch();
    Path folder = folder(watch);
    Repetition repetition;
    try (ExactBundles bundles = new ExactBundles(session)) {
      bundles.require(session.runs().open(folder), fetch, anyway);
      repetition =
          session
              .runs()
              .repeat(
                  new RepeatRequest(
                      folder,
                      Optional.ofNullable(out),
                      data.isEmpty() ? Optional.empty() : Optional.of(DataFolders.address(data)),
                      anyway),
                  watch,
                  watch);
    }
    Terminal terminal = session.terminal();
    EvaluationTable rows = repetition.table();
    Table table = new Table(rows.columns());
    rows.rows().forEach(table::add);
    terminal.line("\n" + table.text() + "\n\n" + repetition.text());
    Results.stamp(terminal, repetition.repeated());
    terminal.line("\nResearch software, not a medical device: not for diagnosis.");
    Results.printPlace(terminal, repetition.repeated());
    return repetition.equal() ? 0 : DIFFERENT;
  }

  private Path folder(Watch watch) {
    Path file = Path.of(run);
    if (!run.endsWith(".zip") || !Files.isRegularFile(file)) {
      return session.runs().find(run);
    }
    Path folder = session.service(RunCrates.class).unpack(file.toAbsolutePath(), watch);
    session.terminal().note("Taken in: " + folder);
    return folder;
  }
}
