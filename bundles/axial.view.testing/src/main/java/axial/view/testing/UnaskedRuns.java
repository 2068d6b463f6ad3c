package axial.view.testing;

import axial.eval.Predictions;
import axial.job.Progress;
import axial.run.ExplainRequest;
import axial.run.ExplainedSample;
import axial.run.HoldOutResult;
import axial.run.RepeatRequest;
import axial.run.Repetition;
import axial.run.RunListener;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.RunSpec;
import axial.run.Runs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Runs of which a test says only what its view asks for; whatever else is asked fails the test with
 * an {@link UnsupportedOperationException} that names it. Any thread.
 */
public abstract class UnaskedRuns implements Runs {

  @Override
  public RunSpec specify(RunRequest request) {
    throw new UnsupportedOperationException("specify");
  }

  @Override
  public RunRecord run(
      RunSpec spec, Optional<Path> folder, RunListener listener, Progress progress) {
    throw new UnsupportedOperationException("run");
  }

  @Override
  public RunRecord resume(Path folder, RunListener listener, Progress progress) {
    throw new UnsupportedOperationException("resume");
  }

  @Override
  public RunRecord evaluate(Path folder, RunListener listener, Progress progress) {
    throw new UnsupportedOperationException("evaluate");
  }

  @Override
  public HoldOutResult evaluate(
      Path folder, String holdOut, RunListener listener, Progress progress) {
    throw new UnsupportedOperationException("evaluate");
  }

  @Override
  public Repetition repeat(RepeatRequest request, RunListener listener, Progress progress) {
    throw new UnsupportedOperationException("repeat");
  }

  @Override
  public Predictions predict(
      Path folder, OptionalInt epoch, List<String> images, Progress progress) {
    throw new UnsupportedOperationException("predict");
  }

  @Override
  public List<ExplainedSample> explain(
      Path folder, ExplainRequest request, RunListener listener, Progress progress) {
    throw new UnsupportedOperationException("explain");
  }

  @Override
  public List<ExplainedSample> explain(
      Path folder,
      ExplainRequest request,
      RunListener listener,
      Progress progress,
      Consumer<ExplainedSample> partial) {
    throw new UnsupportedOperationException("explain");
  }

  @Override
  public List<ExplainedSample> explanations(Path folder, OptionalInt epoch, List<String> images) {
    throw new UnsupportedOperationException("explanations");
  }

  @Override
  public Path export(Path folder, String format, Optional<Path> file) {
    throw new UnsupportedOperationException("export");
  }

  @Override
  public RunRecord open(Path folder) {
    throw new UnsupportedOperationException("open");
  }

  @Override
  public List<RunRecord> list() {
    throw new UnsupportedOperationException("list");
  }

  @Override
  public Path find(String run) {
    throw new UnsupportedOperationException("find");
  }
}
