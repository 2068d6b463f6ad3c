package axial.run.stages;

import axial.data.Image;
import axial.data.Labels;
import axial.data.Sample;
import axial.data.Shape;
import axial.data.Split;
import axial.job.Choice;
import axial.job.Extension;
import axial.job.Seed;
import axial.model.Activation;
import axial.model.Batch;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Network;
import axial.model.Optimizer;
import axial.model.Parameter;
import axial.model.TrainableModel;
import axial.run.Extensions;
import axial.run.RunSpec;
import axial.train.TrainingPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parts of a small run: images of one pixel, whose value is the model's answer. */
final class ExaminedRun {

  static final Shape SHAPE = new Shape(1, 1, 1);

  private ExaminedRun() {}

  static RunSpec spec(double wantedRecall) {
    Choice any = new Choice("any", Map.of());
    return new RunSpec(
        "data",
        any,
        any,
        any,
        List.of(),
        any,
        SHAPE,
        any,
        new TrainingPlan(1, 1, false, 0, List.of()),
        List.of(),
        List.of(),
        0,
        1,
        Split.Protocol.CLEAN,
        List.of(),
        wantedRecall);
  }

  /** Two images to train, so many to validate and ten to test, the classes in turn. */
  static Split split(int validation) {
    return new Split(samples("train", 2), samples("validation", validation), samples("test", 10));
  }

  private static List<Sample> samples(String part, int count) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = part + i;
      samples.add(new Sample(name, name, i % 2, "patient " + name, Map.of()));
    }
    return samples;
  }

  /** Positive images from 0.45 on, others from 0.05 on, so that 0.5 is too high. */
  static Image image(Sample sample) {
    int number = Integer.parseInt(sample.id().replaceAll("\\D", ""));
    return new Image(SHAPE, new float[] {(sample.label() == 1 ? 0.45f : 0.05f) + number / 100f});
  }

  /** A model that nobody trains or saves. */
  interface Untrainable extends TrainableModel {

    @Override
    default Step fit(Batch batch, int[] labels, double[] weights, Seed seed) {
      throw new AssertionError("nobody trains here");
    }

    @Override
    default void setLearningRate(double learningRate) {}

    @Override
    default List<Parameter> parameters() {
      return List.of();
    }

    @Override
    default void save(Path file) {}

    @Override
    default void close() {}
  }

  /** Answers with the value of the image's pixel, and tells before it does. */
  record Model(Runnable asked, float shift) implements Untrainable {

    @Override
    public Network network() {
      return new Network(
          "small",
          SHAPE,
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
      asked.run();
      double[][] answers = new double[batch.size()][];
      for (int i = 0; i < answers.length; i++) {
        double p = batch.values()[i] + shift;
        answers[i] = new double[] {1 - p, p};
      }
      return answers;
    }
  }

  /** No bundle offers anything. */
  record Nothing() implements Extensions {

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
    public void reportFailure(Extension extension, Throwable cause) {}
  }
}
