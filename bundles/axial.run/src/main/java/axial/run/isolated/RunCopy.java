package axial.run.isolated;

import axial.data.Sample;
import axial.data.Split;
import axial.eval.Prediction;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.ExplainedSample;
import axial.run.RunRecord;
import axial.run.store.RunFolder;
import axial.run.store.WholeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The copy of a run on which a process works, so that nothing of the run itself is lost whatever it
 * does. What it was asked for comes back file by file, and nothing else.
 */
final class RunCopy {

  private static final List<String> JUDGED =
      List.of(
          "predictions.csv",
          "predictions-validation.csv",
          "memoriser.csv",
          "evaluation.json",
          "naive-and-clean.json",
          "report.html");

  private static final Set<String> EXPLANATION =
      Set.of(
          "explanation.json",
          "scan.png",
          "segments.png",
          "for-and-against.png",
          "boundaries.png",
          "mask.png");

  private final RunFolder run;
  private final RunFolder copy;

  private RunCopy(RunFolder run, RunFolder copy) {
    this.run = run;
    this.copy = copy;
  }

  /** Copies a run into the folder of a process. */
  static RunCopy make(RunFolder run, ChildWorkspace place) {
    try {
      ChildWorkspace.copy(run.path(), place.run());
    } catch (UncheckedIOException broken) {
      throw ChildWorkspace.unwritable(place.run(), new IOException(broken));
    } catch (IOException broken) {
      throw ChildWorkspace.unwritable(place.run(), broken);
    }
    return new RunCopy(run, new RunFolder(place.run()));
  }

  /**
   * Takes over a new evaluation.
   *
   * @throws ProblemException of kind EXTENSION when it is none of this run
   */
  void takeEvaluation() {
    requirePlain();
    RunRecord made = record();
    List<String> wanted =
        run.data().split().map(Split::test).orElse(List.of()).stream().map(Sample::id).toList();
    List<String> predicted =
        made.predictions().map(p -> p.list()).orElse(List.of()).stream()
            .map(Prediction::id)
            .toList();
    if (!wanted.equals(predicted)) {
      throw notOfThisRun("its predictions are not those of the test part");
    }
    if (run.predictions().threshold().isEmpty()) {
      take("threshold.json");
    }
    JUDGED.forEach(this::take);
  }

  /**
   * Takes over new explanations.
   *
   * @return those that the process has told of, in its order
   * @throws ProblemException of kind EXTENSION when one that it told of is not there
   */
  List<ExplainedSample> takeExplanations(OptionalInt epoch, List<ChildLine.Explained> told) {
    requirePlain();
    record();
    List<ExplainedSample> all = explanations(epoch);
    List<ExplainedSample> explained = told.stream().map(line -> find(all, line)).toList();
    String name = "explanations" + (epoch.isEmpty() ? "" : "-epoch-" + epoch.getAsInt());
    Path folder = copy.file(name);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder, 2)) {
        files
            .filter(Files::isRegularFile)
            .filter(file -> EXPLANATION.contains(String.valueOf(file.getFileName())))
            .forEach(file -> take(copy.path().relativize(file).toString()));
      } catch (IOException broken) {
        throw notOfThisRun("its explanations cannot be read");
      }
    }
    take(epoch.isEmpty() ? "localization.csv" : name + "/localization.csv");
    if (epoch.isEmpty()) {
      take("report.html");
    }
    return explained;
  }

  private List<ExplainedSample> explanations(OptionalInt epoch) {
    try {
      return copy.explanations(epoch, sample -> true);
    } catch (ProblemException damaged) {
      throw notOfThisRun(damaged.problem().summary());
    }
  }

  private static ExplainedSample find(List<ExplainedSample> all, ChildLine.Explained line) {
    return all.stream()
        .filter(one -> one.sample().id().equals(line.image()))
        .filter(one -> one.explanation().explainer().equals(line.explainer()))
        .filter(one -> one.settings().equals(line.settings()))
        .filter(one -> one.seed().stream().boxed().toList().equals(line.seed()))
        .findFirst()
        .orElseThrow(() -> notOfThisRun("an explanation that it told of is not there"));
  }

  private void requirePlain() {
    new MadeRun(copy.path(), Instant.now()).requirePlain();
  }

  private RunRecord record() {
    try {
      return copy.record();
    } catch (ProblemException damaged) {
      throw notOfThisRun(damaged.problem().summary());
    } catch (RuntimeException damaged) {
      throw notOfThisRun("its files do not belong together");
    }
  }

  private void take(String name) {
    Path file = copy.file(name);
    try {
      if (Files.isRegularFile(file)
          && !(Files.exists(run.file(name)) && Files.mismatch(file, run.file(name)) < 0)) {
        WholeFiles.copy(file, run.file(name));
      }
    } catch (IOException broken) {
      throw ChildWorkspace.unwritable(run.file(name), broken);
    }
  }

  static ProblemException notOfThisRun(String why) {
    return ProblemException.of(
        Problem.Kind.EXTENSION,
        "The process left what does not belong to the run: "
            + Clean.of(why, Clean.SENTENCE).replaceFirst("\\.$", "")
            + ".",
        "The run is as it was; ask who made its extensions.");
  }
}
