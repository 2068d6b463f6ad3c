package axial.cli;

import axial.extension.Catalogs;
import axial.extension.Installation;
import axial.extension.LockedBundle;
import java.util.List;
import java.util.Locale;
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
    Catalogs catalogs = session.service(Catalogs.class);
    catalogs.revoke(fingerprint);
    Terminal terminal = session.terminal();
    terminal.line("The key is trusted no more. Nothing of its publisher is started from now on.");
    List<String> names =
        session.service(Installation.class).list().stream()
            .map(Installation.Installed::bundle)
            .filter(bundle -> bundle.origin().filter(this::isRevoked).isPresent())
            .map(bundle -> bundle.name().symbolicName())
            .distinct()
            .toList();
    if (!names.isEmpty()) {
      terminal.line(
          "Installed from it: %s. An Axial that is open goes on with them until it is started anew;"
              .formatted(String.join(", ", names)));
      terminal.line("in its extensions view, or here, they are removed:");
      names.forEach(name -> terminal.line("  ./axial extensions remove " + name));
    }
  }

  private boolean isRevoked(LockedBundle.Origin origin) {
    return digits(origin.publisher()).equals(digits(fingerprint));
  }

  /** A fingerprint is read however it was typed. */
  private static String digits(String typed) {
    return typed.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f]", "");
  }
}
