package axial.workbench.evaluation;

import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.data.Image;
import axial.data.ImageStore;
import axial.data.Sample;
import axial.data.Shape;
import axial.job.Choice;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Settings;
import axial.run.Extensions;
import axial.run.RunRecord;
import axial.view.WorkingData;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The images that a run was made with, as its network saw them. On background threads. */
final class RunImages implements AutoCloseable {

  private final Map<String, Sample> samples;
  private final ImageStore.Images images;

  private RunImages(Map<String, Sample> samples, ImageStore.Images images) {
    this.samples = samples;
    this.images = images;
  }

  /**
   * Opens the data of a run again; takes it from the window where the window works on it.
   *
   * @throws ProblemException when the data is gone
   */
  static RunImages open(
      RunRecord run,
      Optional<WorkingData> working,
      Extensions extensions,
      ImageStore store,
      Progress progress) {
    List<Sample> known = run.data().map(RunRecord.DataRecord::samples).orElse(List.of());
    Dataset dataset =
        working
            .filter(data -> data.address().equals(run.spec().data()))
            .map(WorkingData::dataset)
            .filter(data -> holds(data, known))
            .orElseGet(() -> opened(run, extensions, progress));
    Map<String, Sample> bySource =
        known.stream().collect(Collectors.toMap(Sample::source, Function.identity()));
    return new RunImages(bySource, store.open(dataset, run.spec().input()));
  }

  private static boolean holds(Dataset data, List<Sample> known) {
    Map<String, String> ids = new HashMap<>();
    data.samples().forEach(sample -> ids.put(sample.source(), sample.id()));
    return known.stream().allMatch(sample -> sample.id().equals(ids.get(sample.source())));
  }

  private static Dataset opened(RunRecord run, Extensions extensions, Progress progress) {
    Choice choice = run.spec().source();
    DatasetSource source = extensions.find(DatasetSource.class, choice.id());
    Settings settings =
        Settings.of("the source " + choice.id(), source.settings(), choice.settings());
    return source.open(run.spec().data(), settings, progress);
  }

  /** The image of that source; nothing when it is gone or is another one now. */
  Optional<BufferedImage> image(String source) {
    Sample sample = samples.get(source);
    if (sample == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(drawn(images.image(sample)));
    } catch (ProblemException gone) {
      System.getLogger(RunImages.class.getName())
          .log(System.Logger.Level.DEBUG, gone.problem().text());
      return Optional.empty();
    }
  }

  private static BufferedImage drawn(Image image) {
    Shape shape = image.shape();
    BufferedImage drawn =
        new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
    boolean grey = shape.channels() < 3;
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        int red = level(image.at(y, x, 0));
        int green = grey ? red : level(image.at(y, x, 1));
        int blue = grey ? red : level(image.at(y, x, 2));
        drawn.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return drawn;
  }

  private static int level(float value) {
    return Math.max(0, Math.min(255, Math.round(value * 255)));
  }

  @Override
  public void close() {
    images.close();
  }
}
