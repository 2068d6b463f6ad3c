package axial.cli;

import axial.run.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Goes on with a run that was stopped. */
@Command(
    name = "resume",
    description = {
      "Goes on with a run that was stopped, after its last finished epoch.",
      "A run whose extensions run in a process of their own only is made again instead:",
      "./axial train --isolated."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial resume out/first"})
final class ResumeCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "RUN", description = "A run of the workspace, or the folder of a run.")
  private String run = "";

  ResumeCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Watch watch = session.watch();
    RunRecord record =
        IsolationOptions.here(
            session,
            "A run is not resumed in a process of its own; make it again with ./axial train"
                + " --isolated.",
            () -> session.runs().resume(session.runs().find(run), watch, watch));
    Results.print(session.terminal(), record);
    Results.printEnd(session.terminal(), record);
  }
}
