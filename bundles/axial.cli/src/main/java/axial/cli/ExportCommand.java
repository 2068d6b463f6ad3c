package axial.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the trained model of a run for other programs. */
@Command(
    name = "export",
    description = "Writes the trained model of a run in a format of other programs, such as ONNX.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial export out/first --format onnx",
      "  ./axial export out/first --format onnx --to first.onnx"
    })
final class ExportCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "RUN", description = "A run of the workspace, or the folder of a run.")
  private String run = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = "What to write: onnx, or what a plugged-in bundle brings.")
  private String format = "";

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "A new file. Default: <run>.<format> in the folder of the run.")
  private @Nullable Path to;

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Path folder = session.runs().find(run);
    Path file = session.runs().export(folder, format, Optional.ofNullable(to));
    Results.stamp(session.terminal(), session.runs().open(folder));
    session.terminal().line("Model: " + file);
    session.terminal().line("Research software, not a medical device: not for diagnosis.");
  }
}
