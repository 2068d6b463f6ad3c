package axial.run.stages;

import axial.data.Augmenter;
import axial.data.Image;
import axial.data.Labels;
import axial.data.Standardizer;
import axial.job.Extension;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Setting;
import axial.job.Settings;
import axial.run.Extensions;
import axial.run.stages.Crew.Chosen;
import java.util.List;
import java.util.function.IntFunction;

/** A small augmenter, a small standardizer, and a registry of nothing. */
final class OneOfEach {

  private OneOfEach() {}

  static <T extends Extension> Chosen<T> chosen(T extension) {
    return new Chosen<>(extension, Settings.defaults("the test", extension.settings()));
  }

  static Image times(Image image, double factor, double shift) {
    float[] values = image.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] * factor + shift);
    }
    return new Image(image.shape(), values);
  }

  /** Adds a draw to an image, and doubles a mask so that one can tell them apart. */
  static final class Adding implements Augmenter {
    @Override
    public Image augment(Image image, Settings settings, Seed seed) {
      return times(image, 1, seed.draws().uniform());
    }

    @Override
    public Image augmentMask(Image mask, Settings settings, Seed seed) {
      return times(mask, 2, seed.draws().uniform());
    }

    @Override
    public List<String> cautions(Settings settings, Labels labels) {
      return List.of("Adding is not for " + labels.name(0) + ".");
    }

    @Override
    public String id() {
      return "adding";
    }

    @Override
    public String description() {
      return "Adds.";
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }
  }

  /** Divides by the largest first value of the training images. */
  static final class ByLargest implements Standardizer {

    private final String id;
    int fitted;

    ByLargest(String id) {
      this.id = id;
    }

    @Override
    public Statistics fit(
        int count, IntFunction<Image> images, Settings settings, Progress progress) {
      fitted++;
      double largest = 0;
      for (int i = 0; i < count; i++) {
        largest = Math.max(largest, images.apply(i).values()[0]);
      }
      return new Statistics(List.of(new Statistics.Row("largest", new double[] {largest})));
    }

    @Override
    public Image apply(Image image, Settings settings, Statistics statistics) {
      return times(image, 1 / statistics.row("largest")[0], 0);
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String description() {
      return "Divides.";
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }
  }

  static Fence fence() {
    return new Fence(
        new Extensions() {
          @Override
          public <T extends Extension> List<T> all(Class<T> type) {
            return List.of();
          }

          @Override
          public <T extends Extension> T find(Class<T> type, String id) {
            throw new AssertionError("nothing is looked for");
          }

          @Override
          public List<Status> statuses() {
            return List.of();
          }

          @Override
          public void reportFailure(Extension extension, Throwable cause) {
            throw new AssertionError(cause);
          }
        });
  }
}
