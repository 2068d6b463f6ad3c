package axial.cli;

import axial.eval.Prediction;
import axial.eval.Predictions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Predicts images of a run. */
@Command(
    name = "predict",
    description = "Predicts images of a run with its saved model, and changes nothing in the run.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial predict out/first",
      "  ./axial predict out/first \"yes/Y1.jpg\" --epoch 3",
      "  ./axial predict out/first --isolated --memory 1g --minutes 10"
    })
final class PredictCommand implements Runnable {

  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "A run of the workspace, or the folder of a run.")
  private String run = "";

  @Parameters(
      index = "1..*",
      paramLabel = "IMAGE",
      description = "Sources of the run's samples. Default: its test part.")
  private List<String> images = new ArrayList<>();

  @Option(
      names = "--epoch",
      paramLabel = "N",
      description = "Ask the model as it was after that epoch, if it was kept.")
  private @Nullable Integer epoch;

  @Mixin private IsolationOptions isolation = new IsolationOptions();

  PredictCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    isolation.requireLimited();
    Path folder = session.runs().find(run);
    Predictions predictions = predict(folder);
    Results.stamp(session.terminal(), session.runs().open(folder));
    session.terminal().line(text(predictions));
    session.terminal().line("\n" + Results.NOTICE);
  }

  private Predictions predict(Path folder) {
    OptionalInt of = epoch == null ? OptionalInt.empty() : OptionalInt.of(epoch);
    Watch watch = session.watch();
    return isolation.work(
        session,
        "Predict it with --isolated.",
        (apart, limits) -> apart.predict(folder, of, images, limits, watch),
        () -> session.runs().predict(folder, of, images, watch));
  }

  private static String text(Predictions predictions) {
    List<String> head = new ArrayList<>(List.of("image", "truth", "called"));
    predictions.labels().names().forEach(name -> head.add("p:" + name));
    Table table = new Table(head);
    for (Prediction prediction : predictions.list()) {
      List<String> row = new ArrayList<>();
      row.add(prediction.source());
      row.add(predictions.labels().name(prediction.truth()));
      row.add(predictions.labels().name(predictions.decided(prediction)));
      for (double p : prediction.probabilities()) {
        row.add(String.format(Locale.ROOT, "%.4f", p));
      }
      table.add(row);
    }
    return table.text();
  }
}
