package axial.cli;

import axial.extension.Installation.Change;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Installs an extension and what it needs, or another version of it. */
@Command(
    name = "install",
    description = "Installs an extension and what it needs, or another version of it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial extensions install lab.my-net",
      "  ./axial extensions install lab.my-net@1.0.0",
      "  ./axial extensions install lab.my-net --isolated",
      "  ./axial extensions install my-net/target/my-net-1.0.0.jar"
    })
final class InstallCommand implements Runnable {

  private final Session session;

  @Parameters(
      paramLabel = "NAME[@VERSION]|JAR",
      description = "A name as search lists it, or the file of a bundle.")
  private String what = "";

  @Option(
      names = "--isolated",
      description = {
        "Never start it in Axial's own process, only in those of",
        "train, evaluate, predict and explain with --isolated. What it needs",
        "is kept out as well."
      })
  private boolean isolated;

  InstallCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    new PlannedChange(session).carryOut(change(what), isolated);
  }

  private static Change change(String what) {
    if (what.endsWith(".jar")) {
      return new Change.InstallFile(Path.of(what).toAbsolutePath());
    }
    String[] parts = what.split("@", 2);
    return new Change.Install(parts[0], parts.length < 2 ? "" : parts[1]);
  }
}
