package axial.run.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.data.Image;
import axial.data.Sample;
import axial.data.Shape;
import axial.data.Standardizer;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Setting;
import axial.job.Settings;
import axial.model.Batch;
import axial.run.stages.Crew.Chosen;
import axial.run.stages.OneOfEach.ByLargest;
import axial.run.store.RunFolder;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardizationTest {

  private static final Shape SHAPE = new Shape(1, 2, 1);

  @TempDir Path folder;

  private final ByLargest first = new ByLargest("first");
  private final ByLargest second = new ByLargest("second");

  private static Sample sample(int id) {
    return new Sample("id" + id, "s" + id, 0, "s" + id, Map.of());
  }

  private static Image image(double a, double b) {
    return new Image(SHAPE, new float[] {(float) a, (float) b});
  }

  /** The training images begin with 2, 4 and 8. */
  private Standardization open(List<Chosen<Standardizer>> standardizers) {
    Function<Sample, Image> images = s -> image(1 << Integer.parseInt(s.id().substring(2)), 1);
    return Standardization.of(
        standardizers,
        OneOfEach.fence(),
        new RunFolder(folder),
        List.of(sample(1), sample(2), sample(3)),
        images,
        Progress.none());
  }

  private List<Chosen<Standardizer>> both() {
    return List.of(OneOfEach.chosen(first), OneOfEach.chosen(second));
  }

  @Test
  void eachLearnsFromWhatTheOneBeforeItGives() throws IOException {
    assertThat(open(both()).apply(image(16, 4)).values()).containsExactly(2, 0.5f);
    assertThat(folder.resolve("standardizers.json"))
        .content()
        .contains("\"first\"", "8.0", "\"second\"", "1.0");
  }

  @Test
  void whatWasLearnedIsReadAgainAndNotLearnedAnew() {
    open(both());
    assertThat(open(both()).apply(image(16, 4)).values()).containsExactly(2, 0.5f);
    assertThat(first.fitted).isEqualTo(1);
    assertThat(second.fitted).isEqualTo(1);
  }

  @Test
  void batchesAndWrittenImagesAreStandardizedOneByOne() {
    Standardization standardization = open(List.of(OneOfEach.chosen(first)));
    Batch batch = Batch.of(List.of(image(8, 0), image(4, 2)));
    assertThat(standardization.apply(batch).values()).containsExactly(1, 0, 0.5f, 0.25f);
    assertThat(batch.values()).containsExactly(8, 0, 4, 2);
    FloatBuffer to = FloatBuffer.allocate(6).position(2).slice(2, 2);
    standardization
        .apply((index, values) -> values.put(new float[] {index, 16}), SHAPE)
        .write(4, to);
    assertThat(to.get(0)).isEqualTo(0.5f);
    assertThat(to.get(1)).isEqualTo(2f);
  }

  @Test
  void withoutStandardizersNothingChangesAndNothingIsWritten() {
    Image image = image(3, 4);
    assertThat(open(List.of()).apply(image)).isSameAs(image);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aTrainedRunWhoseFileIsGoneIsNotGuessedAt() throws IOException {
    open(both());
    Files.writeString(folder.resolve("model.zip"), "trained");
    Files.delete(folder.resolve("standardizers.json"));
    assertThatThrownBy(() -> open(both()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("standardizers.json is missing");
    assertThat(first.fitted).isEqualTo(1);
  }

  @Test
  void aFileOfOtherStandardizersIsRefused() {
    open(List.of(OneOfEach.chosen(first)));
    assertThatThrownBy(() -> open(both()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("first, second")
        .hasMessageContaining("is of first");
  }

  @Test
  void aShapeThatChangesIsToldWithTheStandardizersName() {
    Standardizer growing =
        new Standardizer() {
          @Override
          public Image apply(Image image, Settings settings, Statistics statistics) {
            return new Image(new Shape(1, 3, 1), new float[3]);
          }

          @Override
          public String id() {
            return "growing";
          }

          @Override
          public String description() {
            return "Grows.";
          }

          @Override
          public List<Setting> settings() {
            return List.of();
          }
        };
    Standardization standardization = open(List.of(OneOfEach.chosen(growing)));
    assertThatThrownBy(() -> standardization.apply(image(1, 2)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("\"growing\" made an image of 1x3x1 out of one of 1x2x1");
  }
}
