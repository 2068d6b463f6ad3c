package axial.cli;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.RunSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A whole run on a folder of scans or on phantoms. */
@Command(
    name = "train",
    description = {
      "Loads, removes duplicates, splits, trains, evaluates, explains and reports.",
      "A model brings its own recipe, such as epochs and input shape, which ./axial model MODEL shows;",
      "what is given here goes before it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./axial train --data scans",
      "  ./axial train final --data scans --epochs 15 --seed 1 --out out/first",
      "  ./axial train final --data scans --recall 0.95",
      "  ./axial train fsm --data phantom --set phantom.patients=60",
      "  ./axial train fsm --data scans --protocol notebook",
      "  ./axial train final --data scans --set train.patience=3 --set lime.num-samples=500",
      "  ./axial train final --data scans --group csv:patients.csv --folds 5 --out out/folds",
      "  ./axial train lab-net --data scans --isolated --memory 4g --minutes 120",
      "  ./axial train final --data scans --data more-scans --classes \"no=no,none;yes=yes,glioma\"",
      "",
      "Settings are named <extension>.<setting>, train.<setting> or run.<setting>; a wrong one is",
      "answered with those that there are."
    })
final class TrainCommand implements Runnable {

  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      defaultValue = RunRequest.DEFAULT_MODEL,
      description = "A model of the zoo, such as final or fsm. Default: ${DEFAULT-VALUE}.")
  private String model = RunRequest.DEFAULT_MODEL;

  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = {
        "Make N runs, each tested on another of N equal parts of the data,",
        "and pool their test parts. Runs go to DIR/fold-1, DIR/fold-2 ..."
      })
  private @Nullable Integer folds;

  @Option(names = "--epochs", paramLabel = "N", description = "Epochs to train.")
  private @Nullable String epochs;

  @Option(names = "--seed", paramLabel = "N", description = "Where all randomness comes from.")
  private @Nullable String seed;

  @Option(names = "--batch", paramLabel = "N", description = "Images in one training step.")
  private @Nullable String batch;

  @Option(
      names = "--protocol",
      paramLabel = "clean|notebook",
      description = {
        "notebook splits first and removes copies inside each part only, as the notebook did, and",
        "shows the naive score beside the clean one. Default: clean."
      })
  private @Nullable String protocol;

  @Option(
      names = "--recall",
      paramLabel = "R",
      description = {
        "Choose the threshold on the validation part so that this share of the positive class is",
        "found, such as 0.95, before the test part is predicted. Two classes only."
      })
  private @Nullable String recall;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the run: missing or empty. Default: a new one in the workspace.")
  private @Nullable Path out;

  @Mixin private IsolationOptions isolation = new IsolationOptions();

  TrainCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Map<String, String> values = data.settings();
    Assignments.put(values, "train.epochs", epochs);
    Assignments.put(values, "run.seed", seed);
    Assignments.put(values, "train.batch", batch);
    Assignments.put(values, "run.protocol", protocol);
    Assignments.put(values, "run.recall", recall);
    RunRequest request = new RunRequest(model, data.address(), values);
    requireOneRun();
    if (folds != null) {
      crossValidate(request, folds);
      return;
    }
    Optional<Path> folder = Optional.ofNullable(out);
    Watch watch = session.watch();
    RunRecord run =
        isolation.wanted()
            ? isolation.apart(
                session, (apart, limits) -> apart.run(request, folder, limits, watch, watch))
            : session.runs().run(specified(request), folder, watch, watch);
    Results.print(session.terminal(), run);
    Results.printEnd(session.terminal(), run);
  }

  /** What is missing here may be in a process of its own; what is wrong later is not. */
  private RunSpec specified(RunRequest request) {
    return IsolationOptions.here(
        session, "Train it with --isolated.", () -> session.runs().specify(request));
  }

  private void requireOneRun() {
    if (isolation.wanted() && folds != null) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "--isolated makes one run, and --folds wants several.",
          "Leave one of them out.");
    }
    isolation.requireLimited();
  }

  private void crossValidate(RunRequest request, int count) {
    List<RunRecord> runs = new FoldRuns(session).make(request, count, Optional.ofNullable(out));
    Terminal terminal = session.terminal();
    terminal.line(
        "\n"
            + new CrossValidation(runs.stream().map(r -> r.predictions().orElseThrow()).toList())
                .text());
    terminal.line("\n" + Results.NOTICE);
    runs.forEach(run -> terminal.line("Run:    " + run.folder()));
  }
}
