package axial.cli;

import axial.run.Preview;
import axial.run.PreviewRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A contact sheet of augmented images. */
@Command(
    name = "preview",
    description = {
      "Writes a picture of what augmentation makes of some images: each in a row, as it is and as a",
      "run with the same seed would train on it in its first epochs. The outline is the finding."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial preview scans",
      "  ./axial preview scans --augmenters keras --set keras.rotation=30 --set keras.zoom=0.2",
      "  ./axial preview phantom --augmenters elastic,intensity --images 6 --out sheet.png",
      "",
      "docs/augmentation.md describes all augmenters and their settings."
    })
final class PreviewCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "DIR|phantom", description = "A folder of class folders, or phantom.")
  private String data = "";

  @Option(
      names = "--augmenters",
      paramLabel = "NAMES",
      description = "Augmenters, joined by commas, applied in this order. Default: notebook.")
  private @Nullable String augmenters;

  @Option(
      names = "--images",
      paramLabel = "N",
      description = "How many images, of each class in turn. Default: ${DEFAULT-VALUE}.")
  private int images = 4;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many variations of each. Default: ${DEFAULT-VALUE}.")
  private int count = 8;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the run to look into: 1.")
  private @Nullable String seed;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting of an augmenter or the source, or run.input; may be repeated.")
  private List<String> set = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "A new PNG file. Default: preview.png, or the next free preview-N.png.")
  private @Nullable Path out;

  PreviewCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Map<String, String> values = Assignments.parse(set);
    Assignments.put(values, "run.augmenters", augmenters);
    Assignments.put(values, "run.seed", seed);
    Watch watch = session.watch();
    Preview preview =
        session.previews().make(new PreviewRequest(data, values, images, count), watch);
    Path file = out == null ? free() : out;
    session.previews().write(preview, file);
    Terminal terminal = session.terminal();
    preview.augmenters().forEach(augmenter -> terminal.line("Augmenter: " + augmenter));
    for (Preview.Row row : preview.rows()) {
      terminal.line("  " + row.source() + " (" + row.className() + ")");
    }
    preview.cautions().forEach(caution -> terminal.line("Caution: " + caution));
    terminal.line("Preview: " + file);
  }

  private static Path free() {
    Path file = Path.of("preview.png");
    for (int i = 2; Files.exists(file); i++) {
      file = Path.of("preview-" + i + ".png");
    }
    return file;
  }
}
