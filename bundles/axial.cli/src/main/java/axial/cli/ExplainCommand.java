package axial.cli;

import axial.data.Labels;
import axial.explain.Explanation;
import axial.explain.Localization;
import axial.explain.Stability;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.ExplainRequest;
import axial.run.ExplainedSample;
import axial.run.PredictedBy;
import axial.run.RunRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains single predictions of a finished run, and scores explainers. */
@Command(
    name = "explain",
    description = {
      "Shows which regions of an image spoke for what the network decided, and how far that would",
      "come out the same again. docs/explanation.md says what the figures mean."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial explain out/first",
      "  ./axial explain out/first \"yes/Y1.jpg\" another-scan.png --explainers lime,occlusion",
      "  ./axial explain out/first \"yes/Y1.jpg\" --set lime.segmenter=slic",
      "  ./axial explain out/first \"yes/Y1.jpg\" --epoch 3",
      "  ./axial explain out/first \"yes/Y1.jpg\" --isolated",
      "  ./axial explain out/first --score --explainers lime,occlusion --set lime.num-samples=300"
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

  @Option(
      names = "--explainers",
      split = ",",
      paramLabel = "NAME",
      description = "Explainers, joined by commas. Default: those of the run.")
  private List<String> explainers = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting of an explainer, such as lime.num-samples=300; may be repeated.")
  private List<String> set = new ArrayList<>();

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description = "The class to explain. Default: the one that the network decided for.")
  private Optional<String> label = Optional.empty();

  @Option(
      names = "--epoch",
      paramLabel = "N",
      description = {
        "Explain the model as it was after that epoch. Those of the last and the best epoch are"
            + " kept,",
        "all of them where the run was made with --set run.keep-epochs=true."
      })
  private @Nullable Integer epoch;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Where random draws come from. Default: the seed of the run.")
  private @Nullable Long seed;

  @Option(
      names = "--score",
      description = {
        "Explain test images whose finding is known, such as phantoms, and say how well each",
        "explainer points at it; writes localization.csv."
      })
  private boolean score;

  @Option(
      names = "--count",
      defaultValue = "20",
      paramLabel = "N",
      description = "How many images --score takes: ${DEFAULT-VALUE}.")
  private int count;

  @Mixin private IsolationOptions isolation = new IsolationOptions();

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    isolation.requireLimited();
    Path folder = session.runs().find(run);
    ExplainRequest request =
        new ExplainRequest(
            choice(), explainers, Assignments.parse(set), label, ofEpoch(), ofSeed());
    List<ExplainedSample> explained = explain(folder, request);
    RunRecord record = session.runs().open(folder);
    Results.stamp(session.terminal(), record);
    if (score) {
      session.terminal().line(new ScoreTable(explained).text());
    } else {
      Labels labels = labels(record);
      explained.forEach(e -> print(e, labels));
    }
    PredictedBy by =
        explained.stream()
            .map(ExplainedSample::predictedBy)
            .reduce(PredictedBy.nobody(), PredictedBy::plus);
    if (!by.images().isEmpty()) {
      session.terminal().line("\nPredicted by " + by.text() + ".");
    }
    session.terminal().line("\nResearch software, not a medical device: not for diagnosis.");
    Path pictures = folder.resolve("explanations" + (epoch == null ? "" : "-epoch-" + epoch));
    session.terminal().line("Pictures: " + pictures);
    if (score) {
      Path place = epoch == null ? folder : pictures;
      session.terminal().line("Scores:   " + place.resolve("localization.csv"));
    }
    Results.printPlace(session.terminal(), record);
  }

  private List<ExplainedSample> explain(Path folder, ExplainRequest request) {
    Watch watch = session.watch();
    return isolation.work(
        session,
        "Explain it with --isolated.",
        (apart, limits) -> apart.explain(folder, request, limits, watch, watch),
        () -> session.runs().explain(folder, request, watch, watch));
  }

  private OptionalInt ofEpoch() {
    return epoch == null ? OptionalInt.empty() : OptionalInt.of(epoch);
  }

  private OptionalLong ofSeed() {
    return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
  }

  private ExplainRequest.Choice choice() {
    if (!score) {
      return images.isEmpty() ? new ExplainRequest.OwnChoice() : new ExplainRequest.Named(images);
    }
    if (!images.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "--score chooses the images itself, so it cannot be given any.",
          "Leave the images away, or leave --score away.");
    }
    if (count < 1) {
      throw ProblemException.of(
          Problem.Kind.USAGE, "--count cannot be " + count + ".", "Give a number from 1 on.");
    }
    return new ExplainRequest.Scored(count);
  }

  private static Labels labels(RunRecord record) {
    return record
        .data()
        .map(RunRecord.DataRecord::labels)
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.INPUT,
                    "The run " + record.id() + " has no data.json.",
                    "Restore it from a copy, or make the run again."));
  }

  private void print(ExplainedSample sample, Labels labels) {
    Explanation explanation = sample.explanation();
    session
        .terminal()
        .line(
            String.format(
                Locale.ROOT,
                "%n%s: called \"%s\"; \"%s\" has probability %.3f (%s, %s)",
                sample.sample().source(),
                labels.name(sample.predicted()),
                labels.name(explanation.label()),
                explanation.probability(),
                explanation.explainer(),
                Words.count(explanation.regions().count(), "region")));
    Table table = new Table(List.of("region", "weight", "speaks"));
    for (Explanation.Weight weight : explanation.top(SHOWN)) {
      table.add(
          List.of(
              Integer.toString(weight.region()),
              String.format(Locale.ROOT, "%+.4f", weight.value()),
              weight.value() > 0 ? "for" : "against"));
    }
    session.terminal().line(table.text());
    Double r2 = explanation.figures().get("r2");
    if (r2 != null) {
      line("Fit", String.format(Locale.ROOT, "R\u00b2 of the local model %.2f", r2));
    }
    Stability.of(explanation).map(Stability::text).ifPresent(text -> line("Stability", text));
    sample.localization().map(Localization::text).ifPresent(text -> line("Finding", text));
    explanation.notes().forEach(note -> session.terminal().line("Note: " + note));
  }

  private void line(String what, String text) {
    session.terminal().line(what + ": " + text + ".");
  }
}
