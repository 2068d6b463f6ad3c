package axial.lime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import axial.data.Image;
import axial.data.Labels;
import axial.data.Shape;
import axial.explain.Explanation;
import axial.explain.Regions;
import axial.explain.Stability;
import axial.job.CancelledException;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Settings;
import axial.model.Batch;
import axial.model.ImageWriter;
import axial.model.Model;
import axial.model.Network;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimeExplainerTest {

  private static final Shape SHAPE = new Shape(48, 48, 1);
  private static final int LEFT = 8;
  private static final int TOP = 12;
  private static final int SIDE = 10;
  private static final Map<String, String> SLIC =
      Map.of("segmenter", "slic", "slic-segments", "25");

  /** Says "yes" with a probability that it takes from the pixels of an image. */
  private record PixelModel(ToDoubleFunction<float[]> yes) implements Model {
    @Override
    public Network network() {
      return new GoldenModel(SHAPE).network();
    }

    @Override
    public Labels labels() {
      return new Labels(List.of("no", "yes"), 1);
    }

    @Override
    public double[][] predict(Batch batch) {
      double[][] all = new double[batch.size()][];
      for (int i = 0; i < all.length; i++) {
        int from = i * SHAPE.size();
        double p = yes.applyAsDouble(Arrays.copyOfRange(batch.values(), from, from + SHAPE.size()));
        all[i] = new double[] {1 - p, p};
      }
      return all;
    }

    @Override
    public void close() {}
  }

  /** Says "yes" the more, the brighter a certain square is. */
  private static Model square() {
    return new PixelModel(
        pixels -> {
          double sum = 0;
          for (int y = TOP; y < TOP + SIDE; y++) {
            for (int x = LEFT; x < LEFT + SIDE; x++) {
              sum += pixels[y * SHAPE.width() + x];
            }
          }
          return sum / (SIDE * SIDE);
        });
  }

  /** Says "yes" the more, the more brightness lies below and to the right. */
  private static Model slope() {
    return new PixelModel(
        pixels -> {
          double sum = 0;
          double most = 0;
          for (int p = 0; p < pixels.length; p++) {
            double weight = Math.pow(p / SHAPE.width() + 2.0 * (p % SHAPE.width()), 2);
            sum += weight * pixels[p];
            most += weight;
          }
          return sum / most;
        });
  }

  /** Answers each image by a number that has nothing to do with what is seen on it. */
  private static Model restless() {
    return new PixelModel(pixels -> new Seed(Arrays.hashCode(pixels)).draws().uniform());
  }

  /** Counts the batches that it is asked about and always answers the same. */
  private record CountingModel(AtomicInteger batches, double answer) implements Model {
    @Override
    public Network network() {
      return new GoldenModel(SHAPE).network();
    }

    @Override
    public Labels labels() {
      return new Labels(List.of("no", "yes"), 1);
    }

    @Override
    public double[][] predict(Batch batch) {
      batches.incrementAndGet();
      double[][] all = new double[batch.size()][];
      Arrays.fill(all, new double[] {1 - answer, answer});
      return all;
    }

    @Override
    public void close() {}
  }

  /** Has the images written one by one, as an engine that asks for all of them at once. */
  private record WholeModel(AtomicInteger written) implements Model {
    @Override
    public Network network() {
      return new GoldenModel(SHAPE).network();
    }

    @Override
    public Labels labels() {
      return new Labels(List.of("no", "yes"), 1);
    }

    @Override
    public double[][] predict(Batch batch) {
      throw new AssertionError("LIME has no batch of its own.");
    }

    @Override
    public double[][] predict(int count, ImageWriter images) {
      FloatBuffer room = FloatBuffer.allocate(SHAPE.size());
      double[][] all = new double[count][];
      for (int i = 0; i < count; i++) {
        images.write(i, room.clear());
        assertThat(room.hasRemaining()).isFalse();
        written.incrementAndGet();
        all[i] = new double[] {1 - room.get(0), room.get(0)};
      }
      return all;
    }

    @Override
    public void close() {}
  }

  private static Image squares() {
    float[] values = new float[SHAPE.size()];
    for (int y = 0; y < SHAPE.height(); y++) {
      for (int x = 0; x < SHAPE.width(); x++) {
        boolean inside = y >= TOP && y < TOP + SIDE && x >= LEFT && x < LEFT + SIDE;
        boolean decoy = y >= 30 && y < 40 && x >= 30 && x < 40;
        values[y * SHAPE.width() + x] = inside || decoy ? 0.9f : 0.1f + 0.002f * x;
      }
    }
    return new Image(SHAPE, values);
  }

  private static Explanation explain(Seed seed, Progress progress) {
    return explain(square(), seed, progress);
  }

  private static Explanation explain(Model model, Seed seed, Progress progress) {
    return explain(model, seed, progress, Map.of());
  }

  private static Explanation explain(
      Model model, Seed seed, Progress progress, Map<String, String> more) {
    LimeExplainer lime = new LimeExplainer();
    Map<String, String> set = new HashMap<>(Map.of("num-samples", "300", "hide", "black"));
    set.putAll(more);
    Settings settings = Settings.of("test", lime.settings(), set);
    return lime.explain(model, squares(), 1, settings, seed, progress);
  }

  @Test
  void theRegionThatTheModelLooksAtSpeaksMostForTheClass() {
    Explanation explanation = explain(new Seed(4), Progress.none());
    int region = explanation.regions().at(TOP + SIDE / 2, LEFT + SIDE / 2);
    assertThat(explanation.topFor(1))
        .extracting(Explanation.Weight::region)
        .containsExactly(region);
    assertThat(explanation.probability()).isBetween(0.85, 0.95);
    assertThat(explanation.figures().get("r2")).isGreaterThan(0.9);
  }

  @Test
  void theSameSeedGivesTheSameBitsOnOneThreadAndOnEight() throws Exception {
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool eight = new ForkJoinPool(8);
    try {
      Explanation a = one.submit(() -> explain(new Seed(4), Progress.none())).get();
      Explanation b = eight.submit(() -> explain(new Seed(4), Progress.none())).get();
      assertThat(a.weights()).isEqualTo(b.weights());
      assertThat(a.figures()).isEqualTo(b.figures()).containsKey("top3_overlap");
      assertThat(a.regions().numbers()).isEqualTo(b.regions().numbers());
      assertThat(explain(new Seed(5), Progress.none()).weights()).isNotEqualTo(a.weights());
    } finally {
      one.shutdownNow();
      eight.shutdownNow();
    }
  }

  /** Answers a little otherwise in each place of the so many images that it computes at once. */
  private record UnevenModel(Model even, int predictedAtOnce) implements Model {
    @Override
    public Network network() {
      return even.network();
    }

    @Override
    public Labels labels() {
      return even.labels();
    }

    @Override
    public double[][] predict(Batch batch) {
      double[][] all = even.predict(batch);
      for (int i = 0; i < all.length; i++) {
        all[i][1] +=
            1e-9 * (i % predictedAtOnce)
                + 1e-7
                    / Math.min(predictedAtOnce, all.length - i / predictedAtOnce * predictedAtOnce);
      }
      return all;
    }

    @Override
    public double[][] predict(int count, ImageWriter images) {
      FloatBuffer values = FloatBuffer.allocate(count * SHAPE.size());
      for (int i = 0; i < count; i++) {
        images.write(i, values.slice(i * SHAPE.size(), SHAPE.size()));
      }
      return predict(new Batch(count, SHAPE, values.array()));
    }

    @Override
    public void close() {}
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "batch=7", "stop-when-stable=true", "repeat-by=questions", "num-samples=95"})
  void earlyResultsGrowAndChangeNothingOfTheLast(String setting) {
    Map<String, String> set = new HashMap<>(SLIC);
    set.put("num-samples", "420");
    if (!setting.isEmpty()) {
      set.put(setting.split("=")[0], setting.split("=")[1]);
    }
    LimeExplainer lime = new LimeExplainer();
    Settings settings = Settings.of("lime", lime.settings(), set);
    float[] pixels = new float[SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (i * 37 % 101) / 100f;
    }
    Image image = new Image(SHAPE, pixels);
    Model model = new UnevenModel(new PixelModel(v -> 0.3 + 0.2 * v[700] + 0.1 * v[99]), 24);
    Explanation whole = lime.explain(model, image, 1, settings, new Seed(4), Progress.none());
    List<Explanation> early = new ArrayList<>();
    Explanation last =
        lime.explain(model, image, 1, settings, new Seed(4), Progress.none(), early::add);
    assertThat(last.weights()).isEqualTo(whole.weights());
    assertThat(last.figures()).isEqualTo(whole.figures());
    assertThat(last.notes()).isEqualTo(whole.notes());
    List<Double> samples = early.stream().map(e -> e.figures().get("samples")).toList();
    assertThat(samples).isSorted().doesNotHaveDuplicates();
    if (setting.equals("num-samples=95")) {
      assertThat(early).isEmpty();
    } else if (!setting.startsWith("stop")) {
      assertThat(early).hasSize(3);
      assertThat(early).allMatch(e -> Stability.of(e).isPresent());
      assertThat(samples).allMatch(n -> n >= 90 && n < 420);
    }
  }

  @Test
  void aPausedExplanationLetsOthersHaveTheModel() {
    AtomicInteger inside = new AtomicInteger();
    Model model = new WholeModel(inside);
    Progress progress =
        new Progress() {
          @Override
          public void at(String task, long done, long total) {}

          @Override
          public boolean cancelled() {
            return false;
          }

          @Override
          public void check() {
            assertThat(
                    Arrays.stream(Thread.currentThread().getStackTrace())
                        .anyMatch(frame -> frame.getClassName().contains("WholeModel")))
                .isFalse();
          }
        };
    explain(model, new Seed(4), progress);
    assertThat(inside).hasPositiveValue();
  }

  @Test
  void cancellingEndsItWithinOneBatch() {
    AtomicInteger batches = new AtomicInteger();
    Model model = new CountingModel(batches, 0.5);
    Progress progress = Progress.cancelledWhen(() -> batches.get() >= 3);
    assertThatThrownBy(() -> explain(model, new Seed(4), progress))
        .isInstanceOf(CancelledException.class);
    assertThat(batches).hasValue(3);
  }

  @Test
  void cancellingEndsItWithinAQuestionAboutAllSamples() {
    WholeModel model = new WholeModel(new AtomicInteger());
    Progress progress = Progress.cancelledWhen(() -> model.written().get() >= 50);
    assertThatThrownBy(() -> explain(model, new Seed(4), progress))
        .isInstanceOf(CancelledException.class);
    assertThat(model.written()).hasValue(50);
  }

  @Test
  void tellsHowManySamplesAreAsked() {
    List<Long> told = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void at(String task, long done, long total) {
            assertThat(total).isEqualTo(300);
            told.add(done);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    explain(new WholeModel(new AtomicInteger()), new Seed(4), progress);
    assertThat(told).hasSize(301).startsWith(0L).endsWith(300L);
  }

  @Test
  void cancellingWhileSuperpixelsAreSoughtAsksTheModelNothing() {
    AtomicInteger batches = new AtomicInteger();
    Model model = new CountingModel(batches, 0.5);
    assertThatThrownBy(() -> explain(model, new Seed(4), Progress.cancelledWhen(() -> true)))
        .isInstanceOf(CancelledException.class);
    assertThat(batches).hasValue(0);
  }

  @Test
  void saysThatAModelAnswersWithNoNumber() {
    Model model = new CountingModel(new AtomicInteger(), Double.NaN);
    assertThatThrownBy(() -> explain(model, new Seed(4), Progress.none()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("golden answers NaN");
  }

  @Test
  void aModelThatAlwaysAnswersTheSameGivesNoRegionAWeight() {
    Explanation explanation =
        explain(new CountingModel(new AtomicInteger(), 0.5), new Seed(4), Progress.none());
    assertThat(explanation.weights()).allMatch(weight -> Math.abs(weight.value()) < 1e-12);
    assertThat(explanation.figures().get("intercept")).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void saysThatNothingDecidesWhenTheAnswerIsAlwaysTheSame() {
    Explanation explanation =
        explain(new CountingModel(new AtomicInteger(), 0.37), new Seed(4), Progress.none());
    assertThat(explanation.notes()).anyMatch(note -> note.contains("no region decides"));
    assertThat(Stability.of(explanation).orElseThrow().rankCorrelation()).isZero();
  }

  @Test
  void aClearExplanationIsStable() {
    Explanation explanation = explain(new Seed(4), Progress.none());
    Stability stability = Stability.of(explanation).orElseThrow();
    assertThat(stability.repeats()).isEqualTo(5);
    assertThat(stability.samples()).isEqualTo(300);
    assertThat(stability.rankCorrelation()).isBetween(-1.0, 1.0);
    assertThat(explanation.notes()).noneMatch(note -> note.contains("no region decides"));
  }

  @Test
  void warnsWhenRepeatsDoNotAgree() {
    Explanation explanation = explain(restless(), new Seed(4), Progress.none(), SLIC);
    assertThat(Stability.of(explanation).orElseThrow().topOverlap()).isLessThan(0.6);
    assertThat(explanation.notes())
        .anyMatch(note -> note.contains("change from repeat to repeat"))
        .anyMatch(note -> note.contains("do not trust them"))
        .anyMatch(note -> note.startsWith("The local model explains little"));
  }

  @Test
  void repeatsByHalvesAskNothingMoreAndThoseByQuestionsAskAsMuchAgain() {
    WholeModel halves = new WholeModel(new AtomicInteger());
    explain(halves, new Seed(4), Progress.none());
    assertThat(halves.written()).hasValue(300);
    WholeModel questions = new WholeModel(new AtomicInteger());
    Explanation explanation =
        explain(
            questions,
            new Seed(4),
            Progress.none(),
            Map.of("repeat-by", "questions", "repeats", "2"));
    assertThat(questions.written()).hasValue(900);
    assertThat(Stability.of(explanation).orElseThrow().repeats()).isEqualTo(2);
  }

  @Test
  void withoutRepeatsNothingIsSaidOfStability() {
    Explanation explanation =
        explain(square(), new Seed(4), Progress.none(), Map.of("repeats", "0"));
    assertThat(Stability.of(explanation)).isEmpty();
    assertThat(explanation.figures()).containsEntry("samples", 300.0);
  }

  @Test
  void stopsWhenTheStrongestRegionsHaveHeldAndIsThenAsIfNoMoreHadBeenWanted() {
    Map<String, String> stop = new HashMap<>(SLIC);
    stop.putAll(Map.of("stop-when-stable", "true", "num-samples", "2000"));
    Explanation stopped = explain(slope(), new Seed(4), Progress.none(), stop);
    int samples = stopped.figures().get("samples").intValue();
    assertThat(samples).isLessThan(2000).isGreaterThanOrEqualTo(500);
    assertThat(Stability.of(stopped).orElseThrow().stableAfter())
        .isLessThanOrEqualTo(samples - 400);
    Map<String, String> fewer = new HashMap<>(SLIC);
    fewer.put("num-samples", Integer.toString(samples));
    Explanation fixed = explain(slope(), new Seed(4), Progress.none(), fewer);
    for (int i = 0; i < fixed.weights().size(); i++) {
      assertThat(stopped.weights().get(i).region()).isEqualTo(fixed.weights().get(i).region());
      assertThat(stopped.weights().get(i).value())
          .isCloseTo(fixed.weights().get(i).value(), within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickshift", "slic", "felzenszwalb"})
  void everySegmenterFindsWhatTheModelLooksAt(String segmenter) {
    Explanation explanation =
        explain(square(), new Seed(4), Progress.none(), Map.of("segmenter", segmenter));
    int region = explanation.topFor(1).get(0).region();
    assertThat(region).isEqualTo(explanation.regions().at(TOP + SIDE / 2, LEFT + SIDE / 2));
  }

  @Test
  void choosesRegionsAsWanted() {
    Map<String, String> three =
        Map.of("num-features", "3", "feature-selection", "highest", "segmenter", "slic");
    assertThat(explain(square(), new Seed(4), Progress.none(), three).weights()).hasSize(3);
    Map<String, String> all =
        Map.of("num-features", "3", "feature-selection", "none", "segmenter", "slic");
    Explanation explanation = explain(square(), new Seed(4), Progress.none(), all);
    assertThat(explanation.weights()).hasSize(explanation.regions().count());
  }

  @Test
  void hiddenRegionsShowTheLevelThatWasWanted() {
    Image image = squares();
    Regions regions = new Regions(48, 48, new int[SHAPE.size()]);
    FloatBuffer values = FloatBuffer.allocate(SHAPE.size());
    new Perturbation(image, regions, new Perturbation.Level(0.25f))
        .write(new boolean[] {false}, values);
    assertThat(values.array()).containsOnly(0.25f);
  }

  @Test
  void moreThanAThousandRegionsAreExplainedWithoutRepeats() {
    Map<String, String> many =
        Map.of("segmenter", "slic", "slic-segments", "1100", "num-samples", "20");
    Explanation explanation = explain(square(), new Seed(4), Progress.none(), many);
    assertThat(explanation.regions().count()).isGreaterThan(1000);
    assertThat(Stability.of(explanation)).isEmpty();
    assertThat(explanation.notes()).anyMatch(note -> note.contains("more than 1,000 regions"));
  }

  @Test
  void findsTheDiscThatTheGoldenModelLooksAt() {
    Explanation explanation = explainDisc(100_000);
    Explanation.Weight best = explanation.topFor(1).get(0);
    assertThat(best.region()).isEqualTo(explanation.regions().at(80, 70));
    assertThat(explanation.regions().at(40, 110)).isNotEqualTo(best.region());
    assertThat(explanation.weights()).hasSize(explanation.regions().count());
    assertThat(explanation.figures()).containsEntry("samples", 200.0);
  }

  @Test
  void usesTheFewRegionsThatWereWanted() {
    Explanation explanation = explainDisc(3);
    assertThat(explanation.weights()).hasSize(3);
    assertThat(explanation.topFor(1).get(0).region()).isEqualTo(explanation.regions().at(80, 70));
  }

  /** The disc lies in the square that the golden model takes for a tumour's. */
  private static Explanation explainDisc(int features) {
    Shape shape = new Shape(150, 150, 3);
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      int y = i / 3 / 150;
      int x = i / 3 % 150;
      boolean disc = Math.hypot(y - 80, x - 70) < 18;
      values[i] = disc ? 0.9f : Math.hypot(y - 75, x - 75) < 65 ? 0.3f : 0f;
    }
    LimeExplainer lime = new LimeExplainer();
    Map<String, String> asked =
        Map.of("num-samples", "200", "hide", "black", "num-features", Integer.toString(features));
    return lime.explain(
        new GoldenModel(shape),
        new Image(shape, values),
        1,
        Settings.of("test", lime.settings(), asked),
        new Seed(7),
        Progress.none());
  }
}
