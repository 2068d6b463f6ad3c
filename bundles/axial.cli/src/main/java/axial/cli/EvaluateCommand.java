package axial.cli;

import axial.data.HoldOut;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.HoldOutResult;
import axial.run.RunRecord;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Evaluates a finished run anew. */
@Command(
    name = "evaluate",
    description = "Predicts the test part of a run with its saved model and evaluates it anew.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial evaluate out/first",
      "  ./axial evaluate out/first --holdout final-exam",
      "  ./axial evaluate out/first --isolated --minutes 10"
    })
final class EvaluateCommand implements Runnable {

  private static final String HERE_ONLY =
      "A hold-out is judged in this process; install the extension without --isolated for that.";

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

  @Mixin private IsolationOptions isolation = new IsolationOptions();

  EvaluateCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    isolation.requireLimited();
    Watch watch = session.watch();
    Path folder = session.runs().find(run);
    if (holdout != null) {
      String name = holdout;
      requireHere();
      print(
          IsolationOptions.here(
              session, HERE_ONLY, () -> session.runs().evaluate(folder, name, watch, watch)));
      return;
    }
    RunRecord record =
        isolation.work(
            session,
            "Evaluate it with --isolated.",
            (apart, limits) -> apart.evaluate(folder, limits, watch, watch),
            () -> session.runs().evaluate(folder, watch, watch));
    Results.print(session.terminal(), record);
    Results.printPlace(session.terminal(), record);
  }

  private void requireHere() {
    if (isolation.wanted()) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "--isolated evaluates the test part, and --holdout wants another, whose log of uses is"
              + " kept by this process.",
          "Leave one of them out.");
    }
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
