package axial.workbench.shell;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.Preparations;
import axial.run.RunRequest;
import axial.view.Jobs;
import axial.view.WorkingData;
import axial.workbench.share.SharedValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Opens the data that a window begins with: those that are asked for, else those that its workspace
 * had last, else phantoms. What the user opens meanwhile stays.
 */
final class FirstData {

  private static final LastData.Opened PHANTOMS = new LastData.Opened("phantom", Map.of());

  private final SharedValue<Optional<WorkingData>> data;
  private final Consumer<Problem> told;
  private final Supplier<Preparations> preparations;
  private final LastData last;

  /** Data, or why there are none. */
  private record Outcome(Optional<WorkingData> data, Optional<Problem> problem) {}

  /**
   * Of a window.
   *
   * @param data takes what was opened
   * @param told takes why nothing could be opened
   */
  FirstData(
      SharedValue<Optional<WorkingData>> data,
      Consumer<Problem> told,
      Supplier<Preparations> preparations,
      LastData last) {
    this.data = data;
    this.told = told;
    this.preparations = preparations;
    this.last = last;
  }

  /** Begins to open them, those of a request if there is one. On the event dispatch thread. */
  void open(Jobs jobs, Optional<RunRequest> request) {
    Optional<LastData.Opened> asked =
        request.map(r -> new LastData.Opened(r.data(), ofData(r.data(), r.set())));
    jobs.start("Open the data", progress -> find(asked, progress), this::take);
  }

  /** The settings that are about data and their split, not about what is trained. */
  private static Map<String, String> ofData(String source, Map<String, String> all) {
    Map<String, String> set = new LinkedHashMap<>(all);
    set.keySet()
        .removeIf(
            key ->
                !key.equals("run.seed")
                    && !key.startsWith("stratified.")
                    && !key.startsWith(source + "."));
    return set;
  }

  private Outcome find(Optional<LastData.Opened> asked, Progress progress) {
    if (asked.isPresent()) {
      return new Outcome(Optional.of(open(asked.get(), progress)), Optional.empty());
    }
    Optional<LastData.Opened> former = last.read();
    try {
      return new Outcome(Optional.of(open(former.orElse(PHANTOMS), progress)), Optional.empty());
    } catch (ProblemException gone) {
      return new Outcome(
          Optional.empty(), Optional.of(problem(former.orElse(PHANTOMS), gone.problem())));
    }
  }

  private WorkingData open(LastData.Opened wanted, Progress progress) {
    RunRequest request = new RunRequest(RunRequest.DEFAULT_MODEL, wanted.address(), wanted.set());
    return new WorkingData(
        wanted.address(), wanted.set(), preparations.get().open(request, progress));
  }

  private static Problem problem(LastData.Opened former, Problem why) {
    return new Problem(
        why.kind(),
        "The data that were open last, %s, cannot be opened. %s"
            .formatted(former.address(), why.summary()),
        "Open a folder of scans (Ctrl+O), or phantoms.");
  }

  private void take(Outcome outcome) {
    if (data.get().isEmpty()) {
      outcome.data().ifPresent(opened -> data.set(Optional.of(opened)));
      outcome.problem().ifPresent(told);
    }
  }
}
