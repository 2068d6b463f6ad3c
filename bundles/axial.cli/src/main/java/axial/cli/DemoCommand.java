package axial.cli;

import axial.eval.ConfusionMatrix;
import axial.run.RunRecord;
import axial.run.RunRequest;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job on phantoms, from loading to the report. */
@Command(
    name = "demo",
    description = "Makes the main job on computed phantoms and ends by naming the report.",
    footerHeading = "%nExamples:%n",
    footer = {"  ./axial demo", "  ./axial demo --out out/demo"})
final class DemoCommand implements Runnable {

  private final Session session;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the run: missing or empty. Default: a new one in the workspace.")
  private @Nullable Path out;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the run, 1 by default.")
  private long seed = 1;

  DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Watch watch = session.watch();
    RunRecord run =
        session
            .runs()
            .run(
                session.runs().specify(RunRequest.demo(seed)),
                Optional.ofNullable(out),
                watch,
                watch);
    Results.print(session.terminal(), run);
    run.predictions()
        .ifPresent(
            predictions -> {
              ConfusionMatrix matrix = predictions.confusion();
              session
                  .terminal()
                  .line(
                      String.format(
                          Locale.ROOT,
                          "%nBalanced accuracy %.1f %%; a constant answer has %.1f %%.",
                          100 * matrix.balancedAccuracy(),
                          100.0 / matrix.labels().count()));
            });
    Results.printEnd(session.terminal(), run);
  }
}
