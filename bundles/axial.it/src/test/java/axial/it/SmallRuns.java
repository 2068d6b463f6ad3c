package axial.it;

import axial.job.Progress;
import axial.run.RunListener;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.Runs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes runs on a few small phantoms, each in a folder of its own. */
record SmallRuns(Runs runs, Path temp) {

  /** Hears nothing. */
  static final RunListener DEAF = event -> {};

  RunRecord train(String model, RunListener listener, Map<String, String> extra) throws Exception {
    return train(model, listener, Progress.none(), extra);
  }

  RunRecord train(String model, RunListener listener, Progress progress, Map<String, String> extra)
      throws Exception {
    Map<String, String> set = small();
    set.put("run.explain", "1");
    set.put("run.explainers", "none");
    set.put("train.epochs", "2");
    set.put("train.batch", "4");
    set.putAll(extra);
    return runs.run(
        runs.specify(new RunRequest(model, "phantom", set)),
        Optional.of(Files.createTempDirectory(temp, "run").resolve("it")),
        listener,
        progress);
  }

  private static Map<String, String> small() {
    Map<String, String> set = new LinkedHashMap<>();
    set.put("phantom.patients", "24");
    set.put("phantom.slices", "1");
    set.put("stratified.train", "0.5");
    set.put("stratified.validation", "0.25");
    set.put("stratified.test", "0.25");
    set.put("run.input", "16x16x1");
    return set;
  }

  /** What is typed to train a model on the same phantoms, in batches of 4. */
  static String[] typed(String model, List<String> settings, String... more) {
    List<String> words =
        new ArrayList<>(List.of("train", model, "--data", "phantom", "--batch", "4"));
    small().forEach((name, value) -> words.addAll(List.of("--set", name + "=" + value)));
    settings.forEach(set -> words.addAll(List.of("--set", set)));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  /** The file of the first explanation of a run. */
  static Path explanation(RunRecord run) throws Exception {
    try (var list = Files.walk(run.folder().resolve("explanations"))) {
      return list.filter(f -> f.endsWith("explanation.json")).findFirst().orElseThrow();
    }
  }
}
