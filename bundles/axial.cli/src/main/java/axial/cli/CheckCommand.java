package axial.cli;

import axial.extension.ContractKit;
import axial.extension.ContractKit.Check;
import axial.extension.ContractKit.Outcome;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks whether a bundle keeps the contract of extensions. */
@Command(
    name = "check",
    description = "Checks whether a bundle keeps the contract of extensions, before it is shared.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial extensions check target/lab.my-net-1.0.0.jar",
      "",
      "The bundle runs in a process of its own, with your rights. Exit code 5 when a check fails."
    })
final class CheckCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "JAR", description = "The bundle.")
  private Path jar = Path.of("");

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    List<Check> checks =
        session
            .service(ContractKit.class)
            .check(
                jar.toAbsolutePath(),
                check -> session.terminal().line(words(check)),
                Progress.cancelledWhen(session.cancelled()));
    long failed = checks.stream().filter(check -> check.outcome() == Outcome.FAILED).count();
    if (failed > 0) {
      throw ProblemException.of(
          Problem.Kind.EXTENSION,
          "%s fails %d of %d checks.".formatted(jar.getFileName(), failed, checks.size()),
          "Do what the lines above say, and check again.");
    }
  }

  private static String words(Check check) {
    String word =
        switch (check.outcome()) {
          case OK -> "ok      ";
          case FAILED -> "FAILED  ";
          case SKIPPED -> "skipped ";
        };
    return (word + check.name() + ": " + check.text() + " " + check.remedy()).strip();
  }
}
