package axial.workbench.shell;

import axial.run.IsolatedRuns.Limits;
import axial.run.RunRequest;
import axial.view.Watched;
import axial.view.run.Training;
import axial.view.run.Trainings;
import java.nio.file.Path;
import java.util.List;

/** No training takes place. */
final class NoTrainings implements Trainings {
  @Override
  public Training start(RunRequest request) {
    throw new UnsupportedOperationException("Nothing is trained here.");
  }

  @Override
  public Training startIsolated(RunRequest request, Limits limits) {
    throw new UnsupportedOperationException("Nothing is trained here.");
  }

  @Override
  public Training resume(Path run) {
    throw new UnsupportedOperationException("Nothing is trained here.");
  }

  @Override
  public Training repeat(Path run) {
    throw new UnsupportedOperationException("Nothing is trained here.");
  }

  @Override
  public Watched<List<Training>> all() {
    throw new UnsupportedOperationException("Nothing is trained here.");
  }
}
