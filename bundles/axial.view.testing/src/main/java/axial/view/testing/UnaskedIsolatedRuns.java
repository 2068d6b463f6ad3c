package axial.view.testing;

import axial.eval.Predictions;
import axial.job.Progress;
import axial.run.ExplainRequest;
import axial.run.ExplainedSample;
import axial.run.IsolatedRuns;
import axial.run.RunListener;
import axial.run.RunRecord;
import axial.run.RunRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Runs in processes of their own, of which a test says only what its view asks for; whatever else
 * is asked fails the test with an {@link UnsupportedOperationException} that names it. Any thread.
 */
public abstract class UnaskedIsolatedRuns implements IsolatedRuns {

  @Override
  public RunRecord run(
      RunRequest request,
      Optional<Path> folder,
      Limits limits,
      RunListener listener,
      Progress progress) {
    throw new UnsupportedOperationException("run");
  }

  @Override
  public RunRecord evaluate(Path folder, Limits limits, RunListener listener, Progress progress) {
    throw new UnsupportedOperationException("evaluate");
  }

  @Override
  public Predictions predict(
      Path folder, OptionalInt epoch, List<String> images, Limits limits, Progress progress) {
    throw new UnsupportedOperationException("predict");
  }

  @Override
  public List<ExplainedSample> explain(
      Path folder, ExplainRequest request, Limits limits, RunListener listener, Progress progress) {
    throw new UnsupportedOperationException("explain");
  }
}
