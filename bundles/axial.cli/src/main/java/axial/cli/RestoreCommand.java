package axial.cli;

import axial.extension.Installation.Change;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Brings the workspace to the exact extensions of a lock file. */
@Command(
    name = "restore",
    description = "Brings the workspace to the exact extensions of a lock file.",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial extensions restore paper/extensions.lock"})
final class RestoreCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "FILE", description = "A file that ./axial extensions lock wrote.")
  private Path file = Path.of("");

  RestoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    new PlannedChange(session).carryOut(new Change.Restore(file.toAbsolutePath()));
  }
}
