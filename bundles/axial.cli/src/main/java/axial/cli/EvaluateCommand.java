package axial.cli;

import axial.run.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Evaluates a finished run anew. */
@Command(
    name = "evaluate",
    description = "Predicts the test part of a run with its saved model and evaluates it anew.",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial evaluate out/first"})
final class EvaluateCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "RUN", description = "A run of the workspace, or the folder of a run.")
  private String run = "";

  EvaluateCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Watch watch = session.watch();
    RunRecord record = session.runs().evaluate(session.runs().find(run), watch, watch);
    Results.print(session.terminal(), record);
    Results.printPlace(session.terminal(), record);
  }
}
