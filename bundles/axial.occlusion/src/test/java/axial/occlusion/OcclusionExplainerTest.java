package axial.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import axial.data.Image;
import axial.data.Labels;
import axial.data.Shape;
import axial.explain.Explanation;
import axial.job.CancelledException;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Settings;
import axial.model.Activation;
import axial.model.Batch;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Model;
import axial.model.Network;
import axial.model.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OcclusionExplainerTest {

  private static final Shape SHAPE = new Shape(10, 14, 1);

  /** Says "yes" by the mean brightness of one pixel's square of 2 x 2. */
  private record CornerModel(Shape shape, int row, int column, AtomicInteger asked)
      implements Model {
    @Override
    public Network network() {
      return new Network(
          "corner",
          shape,
          List.of(new Layer.Flatten(), new Layer.Dense(1, Activation.SIGMOID)),
          new Optimizer.Sgd(1),
          Loss.BINARY_CROSS_ENTROPY);
    }

    @Override
    public Labels labels() {
      return new Labels(List.of("no", "yes"), 1);
    }

    @Override
    public double[][] predict(Batch batch) {
      asked.addAndGet(batch.size());
      double[][] all = new double[batch.size()][];
      for (int i = 0; i < all.length; i++) {
        double sum = 0;
        for (int y = row; y < row + 2; y++) {
          for (int x = column; x < column + 2; x++) {
            int pixel = (i * shape.height() + y) * shape.width() + x;
            sum += batch.values()[pixel * shape.channels()];
          }
        }
        all[i] = new double[] {1 - sum / 4, sum / 4};
      }
      return all;
    }

    @Override
    public void close() {}
  }

  private static Image bright(Shape shape) {
    float[] values = new float[shape.size()];
    Arrays.fill(values, 0.8f);
    return new Image(shape, values);
  }

  private static Explanation explain(Model model, Image image, Map<String, String> set) {
    return explain(model, image, set, Progress.none(), new Seed(1));
  }

  private static Explanation explain(
      Model model, Image image, Map<String, String> set, Progress progress, Seed seed) {
    OcclusionExplainer occlusion = new OcclusionExplainer();
    Settings settings = Settings.of("test", occlusion.settings(), set);
    return occlusion.explain(model, image, 1, settings, seed, progress);
  }

  private static CornerModel model() {
    return new CornerModel(SHAPE, 4, 6, new AtomicInteger());
  }

  private static double weight(Explanation explanation, int row, int column) {
    int cell = explanation.regions().at(row, column);
    return explanation.weights().stream()
        .filter(w -> w.region() == cell)
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void aPatchWithoutOverlapTellsWhatItsCellIsWorth() {
    Explanation explanation =
        explain(model(), bright(SHAPE), Map.of("patch", "2", "stride", "2", "fill", "black"));
    assertThat(explanation.regions().count()).isEqualTo(5 * 7);
    assertThat(explanation.weights().get(0).region()).isEqualTo(explanation.regions().at(4, 6));
    assertThat(weight(explanation, 4, 6)).isCloseTo(0.8, within(1e-6));
    assertThat(explanation.weights().subList(1, 35)).allMatch(w -> w.value() == 0);
    assertThat(explanation.probability()).isCloseTo(0.8, within(1e-6));
    assertThat(explanation.figures()).containsEntry("patches", 35.0);
  }

  @Test
  void aCellIsWorthTheMeanOfThePatchesThatCoverIt() {
    Explanation explanation =
        explain(model(), bright(SHAPE), Map.of("patch", "4", "stride", "2", "fill", "black"));
    assertThat(weight(explanation, 4, 6)).isCloseTo(0.8, within(1e-6));
    assertThat(weight(explanation, 2, 6)).isCloseTo(0.4, within(1e-6));
    assertThat(weight(explanation, 2, 4)).isCloseTo(0.2, within(1e-6));
    assertThat(weight(explanation, 0, 6)).isZero();
    assertThat(explanation.figures()).containsEntry("patches", 6.0 * 8);
  }

  @Test
  void cellsAtTheEdgeAreCoveredByAsManyPatchesAsOthers() {
    CornerModel edge = new CornerModel(SHAPE, 0, 0, new AtomicInteger());
    Explanation explanation =
        explain(edge, bright(SHAPE), Map.of("patch", "4", "stride", "2", "fill", "black"));
    assertThat(weight(explanation, 0, 0)).isCloseTo(0.8, within(1e-6));
  }

  @Test
  void aStrideThatDoesNotDivideTheImageCoversAllOfIt() {
    Explanation explanation =
        explain(model(), bright(SHAPE), Map.of("patch", "5", "stride", "3", "fill", "black"));
    assertThat(explanation.regions().count()).isEqualTo(4 * 5);
    assertThat(explanation.weights()).hasSize(20).allMatch(w -> Double.isFinite(w.value()));
    assertThat(explanation.weights().get(0).region()).isEqualTo(explanation.regions().at(4, 6));
  }

  @Test
  void thePatchIsAnEighthOfTheShorterSideUnlessItIsGiven() {
    Shape shape = new Shape(40, 64, 3);
    CornerModel model = new CornerModel(shape, 20, 20, new AtomicInteger());
    Explanation explanation = explain(model, bright(shape), Map.of());
    assertThat(explanation.figures()).containsEntry("patch", 5.0).containsEntry("stride", 2.0);
    int patches = explanation.figures().get("patches").intValue();
    assertThat(model.asked()).hasValue(patches + 1);
  }

  @Test
  void fillsWithTheMeanOfEachChannelOrOfTheNeighbourhood() {
    Shape shape = new Shape(1, 4, 2);
    Image image = new Image(shape, new float[] {0, 1, 0, 1, 1, 1, 1, 1});
    assertThat(Filler.MEAN.of(image, 2)).containsExactly(0.5f, 1, 0.5f, 1, 0.5f, 1, 0.5f, 1);
    assertThat(Filler.BLACK.of(image, 2)).containsOnly(0);
    assertThat(Filler.BLURRED.of(image, 3))
        .containsExactly(new float[] {0, 1, 1 / 3f, 1, 2 / 3f, 1, 1, 1}, within(1e-6f));
  }

  @Test
  void theSeedPlaysNoPart() {
    Map<String, String> set = Map.of("patch", "3", "fill", "blurred");
    Explanation a = explain(model(), bright(SHAPE), set, Progress.none(), new Seed(1));
    Explanation b = explain(model(), bright(SHAPE), set, Progress.none(), new Seed(2));
    assertThat(a.weights()).isEqualTo(b.weights());
  }

  @Test
  void saysThatNoPlaceDecides() {
    Explanation explanation = explain(model(), bright(SHAPE), Map.of("fill", "mean"));
    assertThat(explanation.notes()).singleElement().asString().contains("no single place decides");
  }

  @Test
  void tellsHowFarItIsAndEndsWhenCancelled() {
    List<Long> told = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void at(String task, long done, long total) {
            told.add(done);
          }

          @Override
          public boolean cancelled() {
            return told.size() > 6;
          }
        };
    assertThatThrownBy(
            () -> explain(model(), bright(SHAPE), Map.of("patch", "2"), progress, new Seed(1)))
        .isInstanceOf(CancelledException.class);
    assertThat(told).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
  }

  @Test
  void refusesAStrideThatLeavesGaps() {
    assertThatThrownBy(() -> explain(model(), bright(SHAPE), Map.of("patch", "2", "stride", "3")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("A stride of 3 pixels would leave gaps between patches of 2");
  }

  @Test
  void refusesMoreCellsThanCanBeNumbered() {
    Shape large = new Shape(300, 300, 1);
    CornerModel model = new CornerModel(large, 0, 0, new AtomicInteger());
    assertThatThrownBy(() -> explain(model, bright(large), Map.of("stride", "1")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("90,000 cells");
    assertThat(model.asked()).hasValue(0);
  }

  @Test
  void saysThatAModelAnswersWithNoNumber() {
    float[] values = new float[SHAPE.size()];
    Arrays.fill(values, Float.NaN);
    assertThatThrownBy(() -> explain(model(), new Image(SHAPE, values), Map.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("corner answers NaN");
  }

  @Test
  void earlyResultsCoverMoreAndMoreAndChangeNothingOfTheLast() {
    Shape shape = new Shape(40, 40, 1);
    CornerModel model = new CornerModel(shape, 20, 20, new AtomicInteger());
    OcclusionExplainer occlusion = new OcclusionExplainer();
    Settings settings =
        Settings.of("occlusion", occlusion.settings(), Map.of("patch", "4", "stride", "2"));
    Explanation whole =
        occlusion.explain(model, bright(shape), 1, settings, new Seed(1), Progress.none());
    List<Explanation> early = new ArrayList<>();
    Explanation last =
        occlusion.explain(
            model, bright(shape), 1, settings, new Seed(1), Progress.none(), early::add);
    assertThat(last.weights()).isEqualTo(whole.weights());
    assertThat(last.figures()).isEqualTo(whole.figures());
    assertThat(last.notes()).isEqualTo(whole.notes());
    // 441 patches and the unchanged image, 128 at once.
    assertThat(early)
        .extracting(e -> e.figures().get("patches"))
        .containsExactly(127.0, 255.0, 383.0);
    assertThat(early).extracting(e -> e.weights().size()).isSorted().doesNotContain(400);
    assertThat(early).allMatch(e -> e.weights().stream().allMatch(w -> Double.isFinite(w.value())));
  }
}
