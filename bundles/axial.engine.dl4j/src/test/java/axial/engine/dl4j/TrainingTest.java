package axial.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import axial.data.Labels;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Seed;
import axial.model.Batch;
import axial.model.Layer;
import axial.model.Network;
import axial.model.Optimizer;
import axial.model.TrainableModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TrainingTest {

  private static final Network NETWORK = Small.convolutional(Optimizer.RmsProp.keras());
  private static final int IMAGES = 12;

  private static TrainableModel model(Labels labels) {
    return Small.engine().create(NETWORK, labels, new Seed(1));
  }

  private static List<Double> losses(TrainableModel model, int steps, long seed) {
    List<Double> losses = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      losses.add(step(model, step, new Seed(seed).derive(step)).loss());
    }
    return losses;
  }

  private static TrainableModel.Step step(TrainableModel model, int number, Seed seed) {
    int[] truth = Small.truth(IMAGES, model.labels());
    return model.fit(Small.batch(IMAGES, number), truth, Small.ones(IMAGES), seed);
  }

  @Test
  void sameSeedGivesTheSameLossesAndPredictionsToTheBit() {
    try (TrainableModel one = model(Small.TWO);
        TrainableModel two = model(Small.TWO)) {
      assertThat(losses(one, 8, 3)).isEqualTo(losses(two, 8, 3));
      assertThat(one.predict(Small.batch(40, 9))).isDeepEqualTo(two.predict(Small.batch(40, 9)));
    }
  }

  @Test
  void seedZeroIsASeedAsWell() {
    try (TrainableModel one = model(Small.TWO);
        TrainableModel two = model(Small.TWO)) {
      assertThat(step(one, 1, new Seed(0)).loss()).isEqualTo(step(two, 1, new Seed(0)).loss());
    }
  }

  @Test
  void anotherSeedGivesAnotherDropout() {
    try (TrainableModel one = model(Small.TWO);
        TrainableModel two = model(Small.TWO)) {
      assertThat(losses(one, 1, 3)).isNotEqualTo(losses(two, 1, 4));
    }
  }

  @Test
  void trainingBesideOtherTrainingsAndPredictionsGivesTheSameLosses() throws Exception {
    Dl4jEngine engine = Small.engine();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (TrainableModel alone = engine.create(NETWORK, Small.TWO, new Seed(1));
        TrainableModel beside = engine.create(NETWORK, Small.TWO, new Seed(1));
        TrainableModel other = engine.create(NETWORK, Small.TWO, new Seed(2))) {
      List<Double> expected = losses(alone, 15, 3);
      double[][] answer = alone.predict(Small.batch(40, 9));
      AtomicBoolean done = new AtomicBoolean();
      Future<Integer> predictions =
          threads.submit(
              () -> {
                int asked = 0;
                while (!done.get() || asked == 0) {
                  assertThat(beside.predict(Small.batch(3, 1))).hasDimensions(3, 2);
                  assertThat(alone.predict(Small.batch(40, 9))).isDeepEqualTo(answer);
                  asked++;
                }
                return asked;
              });
      Future<Integer> training =
          threads.submit(
              () -> {
                int steps = 0;
                while (!done.get() || steps == 0) {
                  step(other, steps, new Seed(steps));
                  steps++;
                }
                return steps;
              });
      assertThat(losses(beside, 15, 3)).isEqualTo(expected);
      done.set(true);
      assertThat(predictions.get()).isPositive();
      assertThat(training.get()).isPositive();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theStepsProbabilitiesAreThoseOfItsLoss() {
    try (TrainableModel model = model(Small.TWO)) {
      TrainableModel.Step step = step(model, 1, new Seed(1));
      int[] truth = Small.truth(IMAGES, Small.TWO);
      double loss = 0;
      for (int i = 0; i < IMAGES; i++) {
        loss -= Math.log(step.probabilities()[i][truth[i]]) / IMAGES;
      }
      assertThat(step.loss()).isCloseTo(loss, within(1e-12));
    }
  }

  @Test
  void theSigmoidStandsForThePositiveClassWhicheverItIs() {
    try (TrainableModel second = model(Small.TWO);
        TrainableModel first = model(new Labels(List.of("yes", "no"), 0))) {
      int[] truth = Small.truth(IMAGES, Small.TWO);
      int[] turned = Arrays.stream(truth).map(t -> 1 - t).toArray();
      Batch batch = Small.batch(IMAGES, 1);
      TrainableModel.Step a = second.fit(batch, truth, Small.ones(IMAGES), new Seed(1));
      TrainableModel.Step b = first.fit(batch, turned, Small.ones(IMAGES), new Seed(1));
      assertThat(a.loss()).isEqualTo(b.loss());
      for (int i = 0; i < IMAGES; i++) {
        assertThat(a.probabilities()[i][1]).isEqualTo(b.probabilities()[i][0]);
      }
      assertThat(second.predict(batch)[0][1]).isEqualTo(first.predict(batch)[0][0]);
    }
  }

  @Test
  void aWeightOfTwoCountsASampleTwice() {
    Network network = Small.sigmoid(new Optimizer.Sgd(0.5), new Layer.Flatten());
    try (TrainableModel weighted = Small.engine().create(network, Small.TWO, new Seed(1));
        TrainableModel doubled = Small.engine().create(network, Small.TWO, new Seed(1))) {
      Batch three = Small.batch(3, 1);
      float[] four = Arrays.copyOf(three.values(), 4 * Small.INPUT.size());
      System.arraycopy(three.values(), 0, four, three.values().length, Small.INPUT.size());
      double loss =
          weighted.fit(three, new int[] {1, 0, 1}, new double[] {2, 1, 1}, new Seed(1)).loss();
      doubled.setLearningRate(0.5 * 4 / 3);
      double same =
          doubled
              .fit(
                  new Batch(4, Small.INPUT, four),
                  new int[] {1, 0, 1, 1},
                  Small.ones(4),
                  new Seed(1))
              .loss();
      assertThat(loss * 3).isCloseTo(same * 4, within(1e-6));
      assertThat(weighted.predict(three)[1][1])
          .isCloseTo(doubled.predict(three)[1][1], within(1e-6));
    }
  }

  @Test
  void manyImagesArePredictedAsEachAlone() {
    try (TrainableModel model = model(Small.TWO)) {
      Batch batch = Small.batch(70, 1);
      double[][] all = model.predict(batch);
      assertThat(all).hasDimensions(70, 2);
      for (int i : new int[] {0, 31, 32, 63, 64, 69}) {
        int size = Small.INPUT.size();
        float[] one = Arrays.copyOfRange(batch.values(), i * size, (i + 1) * size);
        assertThat(model.predict(new Batch(1, Small.INPUT, one))[0][1])
            .isCloseTo(all[i][1], within(1e-6));
      }
    }
  }

  @Test
  void whatCannotBeIsRefusedInWords() {
    assertThatThrownBy(() -> Small.engine().create(NETWORK, Small.THREE, new Seed(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("tells 2 classes apart, but the data has 3");
    TrainableModel model = model(Small.TWO);
    model.close();
    model.close();
    assertThatThrownBy(() -> model.predict(Small.batch(1, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is closed");
  }

  @Test
  void missingMemoryIsAProblemOfTheMachine() {
    assertThatThrownBy(
            () ->
                Memory.needed(
                    () -> {
                      throw new OutOfMemoryError("Failed to allocate [99] bytes");
                    },
                    "32 images at once",
                    "Use a smaller batch."))
        .isInstanceOfSatisfying(
            ProblemException.class,
            told -> {
              assertThat(told.problem().kind()).isEqualTo(Problem.Kind.MACHINE);
              assertThat(told)
                  .hasMessage(
                      "There is not enough memory for 32 images at once. Use a smaller batch.");
            });
  }

  @Test
  void thePlatformIsTold() {
    assertThat(Small.engine().platform())
        .containsKeys("backend", "classifier", "blas", "threads", "cache");
  }
}
