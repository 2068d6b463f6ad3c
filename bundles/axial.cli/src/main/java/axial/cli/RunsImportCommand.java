package axial.cli;

import axial.run.RunCrates;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a packed run into the workspace. */
@Command(
    name = "import",
    description = "Takes a run that another lab has packed into the workspace, and checks it.",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial runs import first.zip"})
final class RunsImportCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "FILE", description = "What ./axial runs export wrote.")
  private Path file = Path.of("");

  RunsImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Path folder = session.service(RunCrates.class).unpack(file.toAbsolutePath(), session.watch());
    session.terminal().line("Run:    " + folder);
  }
}
