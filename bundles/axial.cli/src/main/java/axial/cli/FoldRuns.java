package axial.cli;

import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.RunSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one run for each fold. Folds that are in their folders already are not made again. */
final class FoldRuns {

  private static final String SPLITTER = "kfold";

  private final Session session;

  FoldRuns(Session session) {
    this.session = session;
  }

  /**
   * The runs of all folds.
   *
   * @param out the runs go into {@code fold-1} and so on below it; or nothing for the workspace
   */
  List<RunRecord> make(RunRequest request, int folds, Optional<Path> out) {
    List<RunSpec> specs = new ArrayList<>();
    for (int fold = 1; fold <= Math.max(1, folds); fold++) {
      specs.add(session.runs().specify(request(request, folds, fold)));
    }
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      int fold = i + 1;
      session.terminal().note("\nFold %d of %d".formatted(fold, folds));
      try {
        runs.add(run(specs.get(i), out.map(folder -> folder.resolve("fold-" + fold))));
      } catch (CancelledException stopped) {
        session
            .terminal()
            .note(
                out.isPresent()
                    ? "The same command goes on with this fold and the others."
                    : "Fold %d of %d was not finished.".formatted(fold, folds));
        throw stopped;
      }
    }
    return runs;
  }

  private static RunRequest request(RunRequest request, int folds, int fold) {
    Map<String, String> set = new LinkedHashMap<>(request.set());
    String splitter = set.getOrDefault("run.splitter", SPLITTER);
    if (!splitter.equals(SPLITTER)) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "--folds splits with kfold, and run.splitter asks for \"" + splitter + "\".",
          "Leave one of them out.");
    }
    set.put("run.splitter", SPLITTER);
    set.put(SPLITTER + ".folds", Integer.toString(folds));
    set.put(SPLITTER + ".fold", Integer.toString(fold));
    return new RunRequest(request.model(), request.data(), set);
  }

  private RunRecord run(RunSpec spec, Optional<Path> folder) {
    Watch watch = session.watch();
    if (folder.isEmpty() || !Files.isRegularFile(folder.get().resolve("spec.json"))) {
      return session.runs().run(spec, folder, watch, watch);
    }
    RunRecord there = session.runs().open(folder.get());
    if (!there.spec().equals(spec)) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The folder " + folder.get() + " holds a run of other settings.",
          "Choose a new folder with --out.");
    }
    if (there.status() == RunRecord.Status.DONE) {
      session.terminal().note("It is there already, in " + folder.get());
      return there;
    }
    return session.runs().resume(folder.get(), watch, watch);
  }
}
