package axial.cli;

import axial.extension.Publishing;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a key to sign extensions with. */
@Command(
    name = "keygen",
    description = "Makes a key to sign extensions with.",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial extensions keygen ~/keys/group.key"})
final class KeygenCommand implements Runnable {

  private final Session session;

  @Parameters(
      paramLabel = "FILE",
      description = "For the private key; the public one is written beside it as FILE.pub.")
  private Path file = Path.of("");

  KeygenCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    String fingerprint = session.service(Publishing.class).makeKey(file.toAbsolutePath());
    session.terminal().line("Fingerprint: " + fingerprint);
    session
        .terminal()
        .note(
            "Tell the fingerprint to those who add your catalog, by telephone or on your group's"
                + " page. Keep "
                + file
                + " to yourself, and a copy of it: without it the catalog cannot go on.");
  }
}
