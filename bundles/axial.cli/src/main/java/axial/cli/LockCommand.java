package axial.cli;

import axial.extension.Installation;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the exact extensions of this workspace into a file, to keep or to send. */
@Command(
    name = "lock",
    description = "Writes the exact extensions of this workspace into a file, to keep or to send.",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial extensions lock paper/extensions.lock"})
final class LockCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "FILE", description = "The file; one that is there is replaced.")
  private Path file = Path.of("");

  LockCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Installation installation = session.service(Installation.class);
    installation.exportLock(file.toAbsolutePath());
    session.terminal().line("Wrote %s with the extensions of this workspace.".formatted(file));
  }
}
