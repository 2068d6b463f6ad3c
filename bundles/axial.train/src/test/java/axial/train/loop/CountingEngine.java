package axial.train.loop;

import axial.data.Labels;
import axial.job.Seed;
import axial.job.Setting;
import axial.model.Batch;
import axial.model.Engine;
import axial.model.Network;
import axial.model.Parameter;
import axial.model.TrainableModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** An engine whose only weight counts the steps; what it predicts is a function of that count. */
final class CountingEngine implements Engine {

  final List<String> log = new ArrayList<>();
  final List<CountingModel> open = new ArrayList<>();
  private final IntToDoubleFunction lossAfterSteps;
  IntToDoubleFunction probability;

  CountingEngine(IntToDoubleFunction positiveAfterSteps) {
    this.lossAfterSteps = positiveAfterSteps;
    this.probability = positiveAfterSteps;
  }

  @Override
  public String id() {
    return "counting";
  }

  @Override
  public String description() {
    return "Counts.";
  }

  @Override
  public List<Setting> settings() {
    return List.of();
  }

  @Override
  public Map<String, String> platform() {
    return Map.of();
  }

  @Override
  public TrainableModel create(Network network, Labels labels, Seed seed) {
    return new CountingModel(network, labels, 0);
  }

  @Override
  public TrainableModel load(Path file, Network network, Labels labels) {
    try {
      return new CountingModel(network, labels, Integer.parseInt(Files.readString(file)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  final class CountingModel implements TrainableModel {
    private final Network network;
    private final Labels labels;
    int steps;

    CountingModel(Network network, Labels labels, int steps) {
      this.network = network;
      this.labels = labels;
      this.steps = steps;
      open.add(this);
    }

    @Override
    public Network network() {
      return network;
    }

    @Override
    public Labels labels() {
      return labels;
    }

    @Override
    public Step fit(Batch batch, int[] truth, double[] weights, Seed seed) {
      steps++;
      StringBuilder images = new StringBuilder();
      for (int i = 0; i < batch.size(); i++) {
        images.append((int) batch.values()[i * batch.shape().size()]).append(' ');
      }
      log.add(images + "/ " + seed.value() + " / " + weights[0]);
      return new Step(lossAfterSteps.applyAsDouble(steps), predict(batch));
    }

    @Override
    public double[][] predict(Batch batch) {
      double p = probability.applyAsDouble(steps);
      double[][] all = new double[batch.size()][];
      for (int i = 0; i < all.length; i++) {
        all[i] = new double[] {1 - p, p};
      }
      return all;
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }

    @Override
    public void setLearningRate(double learningRate) {
      log.add("rate " + learningRate);
    }

    @Override
    public void save(Path file) {
      try {
        Files.writeString(file, Integer.toString(steps));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    @Override
    public void close() {
      open.remove(this);
    }
  }
}
