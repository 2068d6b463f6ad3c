package axial.workbench.evaluation;

import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.data.Image;
import axial.data.ImageStore;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.Shape;
import axial.eval.Predictions;
import axial.job.Extension;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Setting;
import axial.job.Settings;
import axial.run.ExplainRequest;
import axial.run.ExplainedSample;
import axial.run.Extensions;
import axial.run.HoldOutResult;
import axial.run.RepeatRequest;
import axial.run.Repetition;
import axial.run.RunListener;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.RunSpec;
import axial.run.Runs;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Doubles for the services that the views ask. */
final class Services {

  private Services() {}

  /** Keeps records in memory. */
  static final class KeptRuns implements Runs {
    private static final int LAST_EPOCH = 9;
    final Map<Path, RunRecord> records = new LinkedHashMap<>();
    final List<String> predicted = new CopyOnWriteArrayList<>();
    int opened;

    KeptRuns(SampleRun... runs) {
      for (SampleRun run : runs) {
        records.put(run.folder(), run.record());
      }
    }

    @Override
    public synchronized RunRecord open(Path folder) {
      opened++;
      RunRecord record = records.get(folder);
      if (record == null) {
        throw ProblemException.of(Problem.Kind.USAGE, "There is no run in " + folder + ".", "");
      }
      return record;
    }

    @Override
    public List<RunRecord> list() {
      return List.copyOf(records.values());
    }

    @Override
    public RunSpec specify(RunRequest request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public RunRecord run(RunSpec s, Optional<Path> folder, RunListener l, Progress progress) {
      throw new UnsupportedOperationException();
    }

    @Override
    public RunRecord resume(Path folder, RunListener listener, Progress progress) {
      throw new UnsupportedOperationException();
    }

    @Override
    public RunRecord evaluate(Path folder, RunListener listener, Progress progress) {
      throw new UnsupportedOperationException();
    }

    @Override
    public HoldOutResult evaluate(Path folder, String on, RunListener l, Progress progress) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Repetition repeat(RepeatRequest request, RunListener l, Progress progress) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<ExplainedSample> explain(
        Path folder, ExplainRequest request, RunListener listener, Progress progress) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<ExplainedSample> explanations(Path folder, OptionalInt epoch, List<String> images) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Predictions predict(
        Path folder, OptionalInt epoch, List<String> images, Progress progress) {
      predicted.add(epoch.getAsInt() + ": " + images.size());
      if (epoch.getAsInt() > LAST_EPOCH) {
        throw ProblemException.of(Problem.Kind.USAGE, "There is no model of it.", "Wait.");
      }
      return SampleRun.unsure(open(folder), images);
    }

    @Override
    public List<ExplainedSample> explain(
        Path folder,
        ExplainRequest request,
        RunListener listener,
        Progress progress,
        Consumer<ExplainedSample> partial) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Path export(Path folder, String format, Optional<Path> file) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Path find(String run) {
      return Path.of(run);
    }
  }

  /** Draws the images of a run. */
  record DrawnSource(RunRecord run) implements DatasetSource, Extensions, ImageStore, PixelReader {

    @Override
    public String id() {
      return "drawn";
    }

    @Override
    public String description() {
      return "Drawn images.";
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }

    @Override
    public boolean accepts(String address) {
      return true;
    }

    @Override
    public Dataset open(String address, Settings settings, Progress progress) {
      RunRecord.DataRecord data = run.data().orElseThrow();
      return new Dataset(
          "Drawn", address, data.labels(), data.samples(), List.of(), List.of(), this);
    }

    @Override
    public Pixels read(Sample sample) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Pixels> mask(Sample sample) {
      return Optional.empty();
    }

    @Override
    public <T extends Extension> List<T> all(Class<T> type) {
      return List.of(type.cast(this));
    }

    @Override
    public <T extends Extension> T find(Class<T> type, String id) {
      return type.cast(this);
    }

    @Override
    public List<Status> statuses() {
      return List.of();
    }

    @Override
    public void reportFailure(Extension extension, Throwable cause) {}

    @Override
    public Usage usage() {
      return new Usage(Path.of("none"), 0, 0);
    }

    @Override
    public Images open(Dataset dataset, Shape shape) {
      return new Images() {
        @Override
        public Image image(Sample sample) {
          return SampleRun.image(sample);
        }

        @Override
        public Optional<String> note() {
          return Optional.empty();
        }

        @Override
        public void close() {}
      };
    }
  }
}
