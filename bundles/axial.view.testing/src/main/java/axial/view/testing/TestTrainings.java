package axial.view.testing;

import axial.run.IsolatedRuns.Limits;
import axial.run.RunRequest;
import axial.view.Watched;
import axial.view.run.Training;
import axial.view.run.Trainings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A queue that remembers what was asked for and lists what a test puts there. */
public final class TestTrainings implements Trainings {

  /** What was to be started. */
  public final List<RunRequest> requests = new ArrayList<>();

  /** What the processes of those that were to have one may use. */
  public final List<Limits> limits = new ArrayList<>();

  /** Runs that were to be resumed. */
  public final List<Path> resumed = new ArrayList<>();

  /** Runs that were to be made again. */
  public final List<Path> repeated = new ArrayList<>();

  private final Shared<List<Training>> all = new Shared<>(List.of());

  /** Lists these trainings from now on; on the event dispatch thread. */
  public void put(Training... trainings) {
    all.set(List.of(trainings));
  }

  @Override
  public Training start(RunRequest request) {
    requests.add(request);
    return queued(request.model(), Optional.empty());
  }

  @Override
  public Training startIsolated(RunRequest request, Limits wanted) {
    limits.add(wanted);
    return start(request);
  }

  @Override
  public Training resume(Path run) {
    resumed.add(run);
    return queued(run.toString(), Optional.of(run));
  }

  @Override
  public Training repeat(Path run) {
    repeated.add(run);
    return queued(run + " again", Optional.empty());
  }

  private static Training queued(String title, Optional<Path> run) {
    return new TestTraining(title, Training.State.QUEUED, Optional.empty(), run);
  }

  @Override
  public Watched<List<Training>> all() {
    return all;
  }
}
