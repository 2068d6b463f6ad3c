package axial.cli;

import axial.data.HoldOut;
import axial.run.HoldOutResult;
import axial.run.RunRecord;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Evaluates a finished run anew. */
@Command(
    name = "evaluate",
    description = "Predicts the test part of a run with its saved model and evaluates it anew.",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial evaluate out/first", "  ./axial evaluate out/first --holdout final-exam"})
final class EvaluateCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "RUN", description = "A run of the workspace, or the folder of a run.")
  private String run = "";

  @Option(
      names = "--holdout",
      paramLabel = "NAME",
      description = {
        "Judge the model on this frozen hold-out instead of the test part.",
        "Each time is written to the hold-out's log of uses."
      })
  private @Nullable String holdout;

  EvaluateCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Watch watch = session.watch();
    Path folder = session.runs().find(run);
    if (holdout != null) {
      print(session.runs().evaluate(folder, holdout, watch, watch));
      return;
    }
    RunRecord record = session.runs().evaluate(folder, watch, watch);
    Results.print(session.terminal(), record);
    Results.printPlace(session.terminal(), record);
  }

  private void print(HoldOutResult result) {
    Terminal terminal = session.terminal();
    Results.print(terminal, result.predictions(), result.evaluations());
    List<HoldOut.Use> uses = result.uses();
    terminal.line(
        "%nThe hold-out %s was used %s so far:%n%s"
            .formatted(
                result.holdOut().name(),
                Words.count(uses.size(), "time"),
                HoldoutListCommand.uses(uses)));
    if (uses.size() > 1) {
      terminal.line(
          "A hold-out that helps to choose among models says less about new data each time.");
    }
    terminal.line("\n" + Results.NOTICE);
  }
}
