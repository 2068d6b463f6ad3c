package axial.workbench.explanation;

import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.data.Image;
import axial.data.ImageStore;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Settings;
import axial.run.Extensions;
import axial.run.RunRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The images of a run as its network sees them. They come from the kept images; only where one is
 * not kept any more are the data of the run opened again. Thread-safe.
 */
@Component(service = RunPictures.class)
public final class RunPictures {

  private final ImageStore store;
  private final Extensions extensions;

  /** The images of runs in a store. */
  @Activate
  public RunPictures(@Reference ImageStore store, @Reference Extensions extensions) {
    this.store = store;
    this.extensions = extensions;
  }

  /**
   * The images of samples, in their order; one that can no longer be read is left out. Called on a
   * background thread.
   */
  Map<Sample, Image> read(RunRecord record, List<Sample> samples, Progress progress) {
    Map<Sample, Image> images = new LinkedHashMap<>();
    if (record.data().isEmpty()) {
      return images;
    }
    RunRecord.DataRecord data = record.data().get();
    Dataset dataset =
        new Dataset(
            data.name(),
            record.spec().data(),
            data.labels(),
            data.samples(),
            data.leftOut(),
            data.notes(),
            new Reopened(record, progress));
    try (ImageStore.Images open = store.open(dataset, record.spec().input())) {
      for (Sample sample : samples) {
        progress.check();
        try {
          images.put(sample, open.image(sample));
        } catch (ProblemException unreadable) {
          System.getLogger(RunPictures.class.getName())
              .log(System.Logger.Level.DEBUG, sample.source() + " has no picture.", unreadable);
        }
        progress.at("Reading pictures", images.size(), samples.size());
      }
    }
    return images;
  }

  /** Pixels of a run's data, which are opened at the first question. */
  private final class Reopened implements PixelReader {
    private final RunRecord record;
    private final Progress progress;
    private @Nullable Dataset opened;

    Reopened(RunRecord record, Progress progress) {
      this.record = record;
      this.progress = progress;
    }

    private synchronized Dataset dataset() {
      Dataset known = opened;
      if (known == null) {
        DatasetSource source = extensions.find(DatasetSource.class, record.spec().source().id());
        known =
            source.open(
                record.spec().data(),
                Settings.of(
                    "the source " + source.id(),
                    source.settings(),
                    record.spec().source().settings()),
                progress);
        opened = known;
      }
      return known;
    }

    /** The sample of that source as the data have it now. */
    private Sample now(Sample sample) {
      return dataset().samples().stream()
          .filter(one -> one.source().equals(sample.source()))
          .findFirst()
          .orElseThrow(
              () ->
                  ProblemException.of(
                      Problem.Kind.INPUT,
                      "The image " + sample.source() + " is no longer in the data of the run.",
                      "Restore it in " + record.spec().data() + "."));
    }

    @Override
    public Pixels read(Sample sample) {
      return dataset().pixels().read(now(sample));
    }

    @Override
    public Optional<Pixels> mask(Sample sample) {
      return dataset().pixels().mask(now(sample));
    }
  }
}
