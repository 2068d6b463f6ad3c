package axial.cli;

import axial.extension.Catalogs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Forgets a catalog; what was installed from it stays. */
@Command(
    name = "forget",
    description = "Forgets a catalog; what was installed from it stays.",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial extensions forget http://example.org/group/"})
final class ForgetCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "ADDRESS", description = "As ./axial extensions catalogs lists it.")
  private String address = "";

  ForgetCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.service(Catalogs.class).remove(Addresses.of(address));
    session.terminal().line("The catalog " + address + " is forgotten.");
  }
}
