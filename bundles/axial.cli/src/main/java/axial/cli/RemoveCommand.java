package axial.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes an extension. */
@Command(
    name = "remove",
    description = "Removes an extension, and what came with it and nothing else needs.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial extensions remove lab.my-net",
      "  ./axial extensions remove lab.my-net --when-free"
    })
final class RemoveCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "NAME", description = "As ./axial extensions lists it.")
  private String name = "";

  @Option(
      names = "--when-free",
      description = "If it is in use, wait until it is not, without asking.")
  private boolean whenFree;

  RemoveCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    new PlannedChange(session).remove(name, whenFree);
  }
}
