package axial.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import axial.data.Labels;
import axial.data.Shape;
import axial.job.CancelledException;
import axial.job.Draws;
import axial.job.Seed;
import axial.job.Settings;
import axial.model.Batch;
import axial.model.Network;
import axial.model.TrainableModel;
import axial.zoo.FinalModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The same answers for any number of threads, inside and outside. */
class ThreadsTest {

  private static final Shape INPUT = new Shape(45, 44, 3);
  private static final int IMAGES = 8;
  private static final int STEPS = 6;
  private static final Network NETWORK =
      new FinalModel().network(INPUT, 2, Settings.defaults("test", new FinalModel().settings()));

  private static Batch batch(int images, long seed) {
    Draws draws = new Seed(seed).draws();
    float[] values = new float[images * INPUT.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) draws.uniform();
    }
    return new Batch(images, INPUT, values);
  }

  /** The losses of some steps with dropout, and the last weights of the first layer. */
  private static double[] train(String threads) {
    Dl4jEngine engine = new Dl4jEngine(key -> key.equals("axial.threads") ? threads : null);
    assertThat(engine.platform()).containsEntry("threads", threads);
    List<Double> trace = new ArrayList<>();
    try (TrainableModel model = engine.create(NETWORK, Small.TWO, new Seed(5))) {
      model.setLearningRate(1e-4);
      for (int step = 0; step < STEPS; step++) {
        int[] truth = Small.truth(IMAGES, Small.TWO);
        trace.add(model.fit(batch(IMAGES, step), truth, Small.ones(IMAGES), new Seed(step)).loss());
      }
      for (float weight : model.parameters().get(0).values()) {
        trace.add((double) weight);
      }
    }
    return trace.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Test
  void theSameSeedGivesTheSameBitsTwiceOnOneThreadAndOnTwo() {
    assertThat(train("1")).isEqualTo(train("1"));
    assertThat(train("2")).isEqualTo(train("2"));
  }

  /** The gradient of a kernel is a sum over images and places, which oneDNN splits by threads. */
  @Test
  void oneAndTwoThreadsDifferByTheOrderOfSumsOnly() {
    double[] one = train("1");
    double[] two = train("2");
    for (int i = 0; i < one.length; i++) {
      assertThat(two[i]).isCloseTo(one[i], within(1e-5 + 1e-4 * Math.abs(one[i])));
    }
    assertThat(two[0])
        .as("before the first update, dropout included")
        .isCloseTo(one[0], within(1e-6));
  }

  @Test
  void severalThreadsMayAskWhileAnotherTrains() throws Exception {
    Batch batch = batch(5, 9);
    try (TrainableModel model = Small.engine().create(NETWORK, Small.TWO, new Seed(5));
        TrainableModel other = Small.engine().create(NETWORK, Small.TWO, new Seed(6))) {
      double[][] alone = model.predict(batch);
      ExecutorService threads = Executors.newFixedThreadPool(5);
      try {
        List<Callable<double[][]>> asked = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
          asked.add(() -> model.predict(batch));
        }
        asked.add(
            () -> {
              int[] truth = Small.truth(IMAGES, Small.TWO);
              return other
                  .fit(batch(IMAGES, 1), truth, Small.ones(IMAGES), new Seed(1))
                  .probabilities();
            });
        List<Future<double[][]>> answers = threads.invokeAll(asked);
        for (Future<double[][]> answer : answers.subList(0, 12)) {
          assertThat(answer.get()).isDeepEqualTo(alone);
        }
        assertThat(answers.get(12).get()).hasDimensions(IMAGES, 2);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Test
  void whatAWriterThrowsComesOutAsItIs() {
    Labels labels = Small.TWO;
    try (TrainableModel model = Small.engine().create(NETWORK, labels, new Seed(5))) {
      CancelledException stop = new CancelledException("The explanation");
      assertThatThrownBy(
              () ->
                  model.predict(
                      100,
                      (i, to) -> {
                        if (i == 3) {
                          throw stop;
                        }
                      }))
          .isSameAs(stop);
      assertThat(model.predict(batch(2, 1))).hasDimensions(2, 2);
    }
  }
}
