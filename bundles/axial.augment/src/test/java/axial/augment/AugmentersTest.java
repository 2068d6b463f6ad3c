package axial.augment;

import static org.assertj.core.api.Assertions.assertThat;

import axial.data.Augmenter;
import axial.data.Dataset;
import axial.data.Image;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.Shape;
import axial.data.phantom.PhantomSource;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every augmenter. */
class AugmentersTest {

  /** Each augmenter with settings that make it vary as much as it can be asked to in earnest. */
  enum Case {
    NOTEBOOK(new NotebookAugmenter()),
    KERAS(
        new KerasAugmenter(),
        "rotation",
        "40",
        "height-shift",
        "0.2",
        "width-shift",
        "3,9",
        "shear",
        "10",
        "zoom",
        "0.8,1.1",
        "horizontal-flip",
        "true",
        "vertical-flip",
        "true",
        "fill",
        "reflect"),
    KERAS_CUBIC(new KerasAugmenter(), "rotation", "90", "interpolation", "3"),
    ELASTIC(new ElasticAugmenter(), "alpha", "0.04"),
    INTENSITY(new IntensityAugmenter(), "noise", "0,0.01", "bias-field", "0.1"),
    CUTOUT(new CutoutAugmenter());

    final Augmenter augmenter;
    final Settings settings;

    Case(Augmenter augmenter, String... chosen) {
      this.augmenter = augmenter;
      this.settings = Drawn.settings(augmenter.settings(), chosen);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneAndEightThreadsDrawTheSame(Case one) throws Exception {
    Image image = Drawn.noise();
    List<Callable<float[]>> jobs =
        IntStream.range(0, 64)
            .<Callable<float[]>>mapToObj(
                i ->
                    () ->
                        one.augmenter.augment(image, one.settings, new Seed(1).derive(i)).values())
            .toList();
    ExecutorService eight = Executors.newFixedThreadPool(8);
    try {
      List<Future<float[]>> parallel = eight.invokeAll(jobs);
      for (int i = 0; i < jobs.size(); i++) {
        assertThat(parallel.get(i).get()).isEqualTo(jobs.get(i).call());
      }
      assertThat(jobs.get(0).call()).isNotEqualTo(jobs.get(1).call());
    } finally {
      eight.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource(names = "CUTOUT", mode = EnumSource.Mode.EXCLUDE)
  void theMaskMovesWithTheTumour(Case one) {
    List<Pixels> masks = tumours();
    assertThat(masks).hasSizeGreaterThan(5);
    for (int i = 0; i < masks.size(); i++) {
      Image mask = image(masks.get(i));
      Seed seed = new Seed(i);
      float[] moved = one.augmenter.augmentMask(mask, one.settings, seed).values();
      float[] shown = one.augmenter.augment(dimmed(mask), one.settings, seed).values();
      int both = 0;
      int either = 0;
      for (int p = 0; p < moved.length; p++) {
        assertThat(moved[p]).isIn(0f, 1f);
        boolean tumour = shown[p] > 0.55;
        both += tumour && moved[p] == 1 ? 1 : 0;
        either += tumour || moved[p] == 1 ? 1 : 0;
      }
      assertThat((double) both / Math.max(1, either))
          .as("overlap for %s, tumour %d of %d pixels".formatted(one, i, either))
          .isGreaterThan(either == 0 ? -1 : 0.9);
    }
  }

  /** A mask as a picture: bright inside, dark outside, both away from black and white. */
  private static Image dimmed(Image mask) {
    float[] values = mask.values().clone();
    for (int p = 0; p < values.length; p++) {
      values[p] = values[p] == 1 ? 0.8f : 0.3f;
    }
    return new Image(mask.shape(), values);
  }

  private static List<Pixels> tumours() {
    PhantomSource source = new PhantomSource();
    Dataset phantoms =
        source.open(
            "phantom",
            Drawn.settings(source.settings(), "patients", "16", "slices", "1"),
            Progress.none());
    List<Pixels> masks = new ArrayList<>();
    for (Sample sample : phantoms.samples()) {
      if (sample.label() == phantoms.labels().positive()) {
        phantoms.pixels().mask(sample).ifPresent(masks::add);
      }
    }
    return masks;
  }

  private static Image image(Pixels mask) {
    float[] values = new float[mask.width() * mask.height()];
    for (int p = 0; p < values.length; p++) {
      values[p] = (mask.data()[p] & 0xFF) > 127 ? 1 : 0;
    }
    return new Image(new Shape(mask.height(), mask.width(), 1), values);
  }
}
