package axial.engine.dl4j;

import axial.data.Labels;
import axial.job.Seed;
import axial.model.Batch;
import axial.model.ImageWriter;
import axial.model.Layer;
import axial.model.Network;
import axial.model.Parameter;
import axial.model.TrainableModel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.factory.Nd4j;

/** A network in DL4J. All use of ND4J goes through the runtime, one call at a time. */
final class Dl4jModel implements TrainableModel {

  private final Nd4jRuntime runtime;
  private final Network network;
  private final Labels labels;
  private final Computation computation;
  private final KerasVector keras;
  private final UpdateRule rule;
  private double learningRate;
  private boolean closed;

  /** Takes over a computation; called within the runtime. */
  Dl4jModel(Nd4jRuntime runtime, Network network, Labels labels, Computation computation) {
    this.runtime = runtime;
    this.network = network;
    this.labels = labels;
    this.computation = computation;
    this.keras = new KerasVector(network);
    this.rule =
        new UpdateRule(network.optimizer(), computation.net().numParams(), runtime.chunks());
    this.learningRate = network.optimizer().learningRate();
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
  public void setLearningRate(double learningRate) {
    this.learningRate = learningRate;
  }

  @Override
  public Step fit(Batch batch, int[] truth, double[] weights, Seed seed) {
    requireFit(batch);
    return use(
        batch.size(),
        () -> {
          CrossEntropy pass = computation.learn(batch, targets(truth), weights, seed);
          rule.step(
              computation.net().params(), computation.net().getFlattenedGradients(), learningRate);
          return new Step(pass.meanLoss(), byClass(pass.probabilities()));
        });
  }

  @Override
  public double[][] predict(Batch batch) {
    requireFit(batch);
    int size = batch.shape().size();
    return predict(batch.size(), (i, to) -> to.put(batch.values(), i * size, size));
  }

  @Override
  public double[][] predict(int count, ImageWriter images) {
    double[][] all = new double[count][];
    int atOnce = computation.predictedAtOnce();
    for (int from = 0; from < count; from += atOnce) {
      int first = from;
      int now = Math.min(atOnce, count - from);
      double[][] part = use(now, () -> computation.predict(first, now, images));
      System.arraycopy(byClass(part), 0, all, from, now);
    }
    return all;
  }

  @Override
  public int predictedAtOnce() {
    return computation.predictedAtOnce();
  }

  @Override
  public List<Parameter> parameters() {
    return runtime.use(
        () -> {
          requireOpen();
          float[] values = computation.net().params().toFloatVector();
          if (!computation.inKerasOrder()) {
            try (StockNet stock = StockNet.of(network)) {
              values = stock.toKeras(values);
            }
          }
          return keras.arrays(values);
        });
  }

  /** Sets all weights, given in the order of {@link #parameters}. */
  void setParameters(List<Parameter> arrays) {
    setKeras(keras.vector(arrays));
  }

  /** Draws Keras's initial weights. */
  void initialise(Seed seed) {
    setKeras(keras.initial(seed));
  }

  private void setKeras(float[] values) {
    runtime.use(
        () -> {
          if (computation.inKerasOrder()) {
            setValues(values);
          } else {
            try (StockNet stock = StockNet.of(network)) {
              setValues(stock.fromKeras(values));
            }
          }
          return closed;
        });
  }

  private void setValues(float[] values) {
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      computation
          .net()
          .params()
          .assign(Nd4j.createFromArray(values).reshape(computation.net().params().shape()));
    }
  }

  @Override
  public void save(Path file) {
    runtime.use(
        () -> {
          requireOpen();
          try (StockNet stock = StockNet.of(network)) {
            float[][] moments = rule.moments().clone();
            for (int m = 0; m < moments.length; m++) {
              moments[m] = toFile(stock, moments[m]);
            }
            ModelFile.write(
                file,
                network,
                stock,
                new ModelFile.Contents(
                    toFile(stock, computation.net().params().toFloatVector()),
                    rule.steps(),
                    moments));
          }
          return file;
        });
  }

  /** Takes over what a file holds; called within the runtime. */
  void restore(Path file) {
    try (StockNet stock = StockNet.of(network)) {
      ModelFile.Contents contents = ModelFile.read(file, network, stock, rule.moments().length);
      setValues(fromFile(stock, contents.parameters()));
      rule.setSteps(contents.steps());
      for (int m = 0; m < rule.moments().length; m++) {
        float[] moment = fromFile(stock, contents.moments()[m]);
        System.arraycopy(moment, 0, rule.moments()[m], 0, moment.length);
      }
    }
  }

  private float[] toFile(StockNet stock, float[] values) {
    return computation.inKerasOrder() ? stock.fromKeras(values) : values;
  }

  private float[] fromFile(StockNet stock, float[] values) {
    return computation.inKerasOrder() ? stock.toKeras(values) : values;
  }

  @Override
  public void close() {
    runtime.use(
        () -> {
          if (!closed) {
            closed = true;
            computation.close();
            runtime.holds(this, 0);
          }
          return closed;
        });
  }

  /** How it is computed. */
  Computation computation() {
    return computation;
  }

  private <T> T use(int images, Supplier<T> work) {
    return runtime.use(
        () -> {
          requireOpen();
          T result = Memory.needed(work, images, network.input(), computation);
          long parameters = 2 * Float.BYTES * computation.net().numParams(); // and gradients
          runtime.holds(this, computation.bytes() + parameters);
          return result;
        });
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The model " + network.name() + " is closed.");
    }
  }

  private void requireFit(Batch batch) {
    if (!batch.shape().equals(network.input())) {
      throw new IllegalArgumentException(
          "The network %s needs images of %s, not %s."
              .formatted(network.name(), network.input(), batch.shape()));
    }
  }

  private double[][] targets(int[] truth) {
    boolean sigmoid = sigmoid();
    double[][] targets = new double[truth.length][sigmoid ? 1 : labels.count()];
    for (int i = 0; i < truth.length; i++) {
      if (sigmoid) {
        targets[i][0] = truth[i] == labels.positive() ? 1 : 0;
      } else {
        targets[i][truth[i]] = 1;
      }
    }
    return targets;
  }

  /** One column a class; a single sigmoid gives the positive class, the other has the rest. */
  private double[][] byClass(double[][] outputs) {
    if (!sigmoid()) {
      return outputs;
    }
    double[][] result = new double[outputs.length][2];
    for (int i = 0; i < outputs.length; i++) {
      result[i][labels.positive()] = outputs[i][0];
      result[i][1 - labels.positive()] = 1 - outputs[i][0];
    }
    return result;
  }

  private boolean sigmoid() {
    return network.layers().get(network.layers().size() - 1) instanceof Layer.Dense head
        && head.units() == 1;
  }
}
