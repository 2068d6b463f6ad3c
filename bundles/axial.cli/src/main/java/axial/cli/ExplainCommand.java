package axial.cli;

import axial.data.Labels;
import axial.explain.Explanation;
import axial.run.ExplainedSample;
import axial.run.PredictedBy;
import axial.run.RunRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains single predictions of a finished run. */
@Command(
    name = "explain",
    description = "Shows which regions of an image spoke for what the network decided.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial explain out/first",
      "  ./axial explain out/first \"yes/Y1.jpg\" another-scan.png"
    })
final class ExplainCommand implements Runnable {

  private static final int SHOWN = 5;

  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "A run of the workspace, or the folder of a run.")
  private String run = "";

  @Parameters(
      index = "1..*",
      paramLabel = "IMAGE",
      description = "Sources of the run's samples, or image files. Default: the run's own choice.")
  private List<String> images = new ArrayList<>();

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Watch watch = session.watch();
    Path folder = session.runs().find(run);
    List<ExplainedSample> explained = session.runs().explain(folder, images, watch, watch);
    RunRecord record = session.runs().open(folder);
    Results.stamp(session.terminal(), record);
    record
        .predictions()
        .ifPresent(predictions -> explained.forEach(e -> print(e, predictions.labels())));
    PredictedBy by =
        explained.stream()
            .map(ExplainedSample::predictedBy)
            .reduce(PredictedBy.nobody(), PredictedBy::plus);
    if (!by.images().isEmpty()) {
      session.terminal().line("\nPredicted by " + by.text() + ".");
    }
    session.terminal().line("\nResearch software, not a medical device: not for diagnosis.");
    session.terminal().line("Pictures: " + folder.resolve("explanations"));
    Results.printPlace(session.terminal(), record);
  }

  private void print(ExplainedSample sample, Labels labels) {
    Explanation explanation = sample.explanation();
    session
        .terminal()
        .line(
            String.format(
                Locale.ROOT,
                "%n%s: called \"%s\"; \"%s\" has probability %.3f (%s, %d regions)",
                sample.sample().source(),
                labels.name(sample.predicted()),
                labels.name(explanation.label()),
                explanation.probability(),
                explanation.explainer(),
                explanation.regions().count()));
    Table table = new Table(List.of("region", "weight", "speaks"));
    for (Explanation.Weight weight : explanation.top(SHOWN)) {
      table.add(
          List.of(
              Integer.toString(weight.region()),
              String.format(Locale.ROOT, "%+.4f", weight.value()),
              weight.value() > 0 ? "for" : "against"));
    }
    session.terminal().line(table.text());
  }
}
