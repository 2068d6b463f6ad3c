package axial.cli;

import axial.run.LeakCertificate;
import axial.run.RunRecord;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Lists the runs of the workspace. */
@Command(
    name = "runs",
    description = "Lists the runs of the workspace, the newest first; its commands send them.",
    synopsisSubcommandLabel = "[COMMAND]",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial runs", "  ./axial runs export first --to first.zip"})
final class RunsCommand implements Runnable {

  private final Session session;

  private RunsCommand(Session session) {
    this.session = session;
  }

  /** The command with its subcommands. */
  static CommandLine build(Session session) {
    return new CommandLine(new RunsCommand(session))
        .addSubcommand(new RunsExportCommand(session))
        .addSubcommand(new RunsImportCommand(session));
  }

  @Override
  public void run() {
    Table table =
        new Table(
            List.of(
                "run", "status", "begun", "model", "data", "epochs", "balanced accuracy", "leaks"));
    DateTimeFormatter time =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneId.systemDefault());
    for (RunRecord run : session.runs().list()) {
      table.add(
          List.of(
              run.id(),
              run.status().name().toLowerCase(Locale.ROOT),
              time.format(run.created()),
              run.spec().model().id(),
              run.spec().data(),
              Integer.toString(run.epochs().size()),
              run.predictions()
                  .map(p -> String.format(Locale.ROOT, "%.3f", p.confusion().balancedAccuracy()))
                  .orElse(""),
              run.data().map(data -> leaks(data.leaks())).orElse("")));
    }
    session
        .terminal()
        .line(
            table.isEmpty()
                ? "There are no runs in the workspace yet. Make one with: ./axial demo"
                : table.text());
  }

  private static String leaks(LeakCertificate leaks) {
    if (leaks.clean()) {
      return leaks.lookedForNearPairs() ? "none" : "near not looked for";
    }
    return leaks.knownTest().isEmpty()
        ? "LEAKY"
        : String.format(Locale.ROOT, "LEAKY: %.0f %% of the test", 100 * leaks.knownShare());
  }
}
