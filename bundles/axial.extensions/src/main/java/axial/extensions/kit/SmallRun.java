package axial.extensions.kit;

import axial.job.Progress;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.Runs;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Runs on a few phantoms, of one epoch.
 *
 * @param folder where they are kept
 */
record SmallRun(Runs runs, Path folder) {

  /**
   * Makes a run.
   *
   * @param more settings that go before the usual ones
   */
  RunRecord train(String model, String name, Map<String, String> more) {
    Map<String, String> set = new LinkedHashMap<>();
    set.put("phantom.patients", "24");
    set.put("phantom.slices", "1");
    set.put("run.seed", "1");
    set.put("run.explain", "0");
    set.put("run.explainers", "none");
    set.put("run.schedules", "none");
    set.put("train.epochs", "1");
    set.put("train.batch", "4");
    if (!more.containsKey("run.splitter")) {
      set.put("stratified.train", "0.5");
      set.put("stratified.validation", "0.25");
      set.put("stratified.test", "0.25");
    }
    set.putAll(more);
    return runs.run(
        runs.specify(new RunRequest(model, "phantom", set)),
        Optional.of(folder.resolve(name)),
        event -> {},
        Progress.none());
  }
}
