package axial.run.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Augmenter;
import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.data.Image;
import axial.data.ImageLoader;
import axial.data.Labels;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.Shape;
import axial.job.CancelledException;
import axial.job.Extension;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Setting;
import axial.job.Settings;
import axial.run.Extensions;
import axial.run.Preview;
import axial.run.PreviewRequest;
import axial.run.stages.OneOfEach.Adding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreviewingTest {

  private final Previewing previewing = new Previewing(new Offered(), new Loader());

  private Preview make(int images, String... set) {
    Map<String, String> values =
        new HashMap<>(Map.of("run.augmenters", "adding", "run.input", "4x4x1"));
    for (int i = 0; i < set.length; i += 2) {
      values.put(set[i], set[i + 1]);
    }
    return previewing.make(new PreviewRequest("folder", values, images, 3), Progress.none());
  }

  private static Sample sample(int i) {
    return new Sample("id" + i, "s" + i, i % 10 == 0 ? 1 : 0, "patient" + i / 3, Map.of());
  }

  @Test
  void showsTheVariationsThatARunOfThatSeedTrainsOn() {
    Preview preview = make(2, "run.seed", "5");
    Augmentation training =
        new Augmentation(List.of(OneOfEach.chosen(new Adding())), 5, OneOfEach.fence());
    for (Preview.Row row : preview.rows()) {
      int i = Integer.parseInt(row.source().substring(1));
      Image original = row.pictures().get(0).image();
      Image mask = row.pictures().get(0).mask().orElseThrow();
      assertThat(row.pictures()).hasSize(4);
      assertThat(mask.values()[0]).isEqualTo(1);
      for (int epoch = 1; epoch <= 3; epoch++) {
        Preview.Picture shown = row.pictures().get(epoch);
        assertThat(shown.image().values())
            .isEqualTo(training.image(original, sample(i), epoch).values());
        assertThat(shown.mask().orElseThrow().values())
            .isEqualTo(training.mask(mask, sample(i), epoch).values());
      }
    }
    assertThat(preview.seed()).isEqualTo(5);
    assertThat(preview.augmenters()).containsExactly("adding");
    assertThat(preview.cautions()).containsExactly("Adding is not for no.");
  }

  @Test
  void takesEachClassInTurnAndNoPatientTwiceWhileThereAreOthers() {
    List<Preview.Row> rows = make(4).rows();
    assertThat(rows.stream().map(Preview.Row::className)).containsExactly("no", "yes", "no", "yes");
    assertThat(rows.stream().map(r -> Integer.parseInt(r.source().substring(1)) / 3))
        .doesNotHaveDuplicates();
    assertThat(make(4)).usingRecursiveComparison().isEqualTo(make(4));
    assertThat(make(50).rows()).hasSize(30);
  }

  @Test
  void whatCannotBeShownIsTold() {
    assertThatThrownBy(() -> make(0))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("0 images");
    assertThatThrownBy(() -> make(1, "run.augmenters", "none"))
        .hasMessageContaining("no augmenter to preview");
    assertThatThrownBy(() -> make(1, "adding.much", "1")).hasMessageContaining("adding.much");
    assertThatThrownBy(
            () ->
                previewing.make(
                    new PreviewRequest("folder", Map.of("run.augmenters", "adding"), 1, 1),
                    Progress.cancelledWhen(() -> true)))
        .isInstanceOf(CancelledException.class);
  }

  private static final class Offered implements Extensions {
    @Override
    public <T extends Extension> List<T> all(Class<T> type) {
      return List.of(type.cast(new Source()));
    }

    @Override
    public <T extends Extension> T find(Class<T> type, String id) {
      return type.cast(type == Augmenter.class ? new Adding() : new Source());
    }

    @Override
    public List<Status> statuses() {
      return List.of();
    }

    @Override
    public void reportFailure(Extension extension, Throwable cause) {
      throw new AssertionError(cause);
    }
  }

  /** Thirty samples of ten patients, every tenth ill; each picture has one pixel of its number. */
  private static final class Source implements DatasetSource {
    @Override
    public boolean accepts(String address) {
      return true;
    }

    @Override
    public Dataset open(String address, Settings settings, Progress progress) {
      List<Sample> samples = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        samples.add(sample(i));
      }
      PixelReader reader =
          new PixelReader() {
            @Override
            public Pixels read(Sample sample) {
              int number = Integer.parseInt(sample.source().substring(1));
              return new Pixels(1, 1, 1, new byte[] {(byte) number});
            }

            @Override
            public Optional<Pixels> mask(Sample sample) {
              return Optional.of(new Pixels(1, 1, 1, new byte[] {(byte) 255}));
            }
          };
      return new Dataset(
          "thirty",
          address,
          new Labels(List.of("no", "yes"), 1),
          samples,
          List.of(),
          List.of(),
          reader);
    }

    @Override
    public String id() {
      return "source";
    }

    @Override
    public String description() {
      return "A source of a test.";
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }
  }

  private static final class Loader implements ImageLoader {
    @Override
    public Pixels decode(Path file) {
      throw new AssertionError("there are no files");
    }

    @Override
    public Image toImage(Pixels pixels, Shape shape) {
      float[] values = new float[shape.size()];
      Arrays.fill(values, pixels.at(0, 0, 0) / 255f);
      return new Image(shape, values);
    }

    @Override
    public String version() {
      return "first-pixel";
    }
  }
}
