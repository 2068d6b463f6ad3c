package axial.cli;

import axial.extension.Catalogs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Trusts a key no more: its catalogs are refused and its extensions are not started. */
@Command(
    name = "revoke",
    description =
        "Trusts a key no more: its catalogs are refused and its extensions are not started.",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial extensions revoke 3f2a-91bc-..."})
final class RevokeCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "FINGERPRINT", description = "The fingerprint of the key.")
  private String fingerprint = "";

  RevokeCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.service(Catalogs.class).revoke(fingerprint);
    session
        .terminal()
        .line(
            "The key is trusted no more. What runs from it goes on until Axial is started anew;"
                + " ./axial extensions remove takes it away.");
  }
}
