package axial.engine.dl4j;

import axial.data.Labels;
import axial.data.Shape;
import axial.job.Seed;
import axial.model.Batch;
import axial.model.Layer;
import axial.model.Network;
import axial.model.Parameter;
import axial.model.TrainableModel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network in DL4J, NCHW inside. All use of ND4J goes through the runtime, one call at a time. */
final class Dl4jModel implements TrainableModel {

  private static final int PREDICT_CHUNK = 32;

  private final Nd4jRuntime runtime;
  private final Network network;
  private final Labels labels;
  private final MultiLayerNetwork net;
  private final CrossEntropy loss;
  private final UpdateRule rule;
  private double learningRate;
  private boolean closed;

  /** Takes over a network that was built for training; called within the runtime. */
  Dl4jModel(Nd4jRuntime runtime, Network network, Labels labels, MultiLayerNetwork net) {
    this.runtime = runtime;
    this.network = network;
    this.labels = labels;
    this.net = net;
    this.loss =
        (CrossEntropy) ((BaseOutputLayer) net.getOutputLayer().conf().getLayer()).getLossFn();
    this.rule = new UpdateRule(network.optimizer(), net.numParams());
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
          // This thread's own generator; ND4J takes 0 for "seed me by the clock".
          Nd4j.getRandom().setSeed(seed.value() == 0 ? 1 : seed.value());
          net.setInput(nchw(batch.values(), 0, batch.size()));
          net.setLabels(targets(truth));
          loss.setSampleWeights(weights);
          net.computeGradientAndScore();
          try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            INDArray gradient = net.getFlattenedGradients();
            RunningAverages averages = new RunningAverages(network, net);
            INDArray update = rule.step(gradient.div(batch.size()), learningRate);
            net.params().subi(update.reshape(net.params().shape()));
            averages.apply(net);
          }
          net.clear();
          return new Step(loss.meanLoss(), byClass(loss.probabilities()));
        });
  }

  @Override
  public double[][] predict(Batch batch) {
    requireFit(batch);
    double[][] all = new double[batch.size()][];
    for (int from = 0; from < batch.size(); from += PREDICT_CHUNK) {
      int first = from;
      int count = Math.min(PREDICT_CHUNK, batch.size() - from);
      double[][] part =
          use(count, () -> net.output(nchw(batch.values(), first, count), false).toDoubleMatrix());
      System.arraycopy(byClass(part), 0, all, from, count);
    }
    return all;
  }

  @Override
  public List<Parameter> parameters() {
    return runtime.use(
        () -> {
          requireOpen();
          return new Weights(net, network).all();
        });
  }

  @Override
  public void save(Path file) {
    runtime.use(
        () -> {
          requireOpen();
          ModelFile.write(file, network, net, rule);
          return file;
        });
  }

  @Override
  public void close() {
    runtime.use(
        () -> {
          if (!closed) {
            closed = true;
            net.close();
            rule.close();
            Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
          }
          return closed;
        });
  }

  MultiLayerNetwork net() {
    return net;
  }

  UpdateRule rule() {
    return rule;
  }

  private <T> T use(int images, Supplier<T> work) {
    return runtime.use(
        () -> {
          requireOpen();
          return Memory.needed(
              work,
              "%d images of %s at once".formatted(images, network.input()),
              "Use a smaller batch, for example --batch " + Math.max(1, images / 2) + ".");
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

  private INDArray nchw(float[] values, int first, int count) {
    Shape shape = network.input();
    int plane = shape.height() * shape.width();
    int channels = shape.channels();
    float[] turned = new float[count * shape.size()];
    for (int i = 0; i < count; i++) {
      int from = (first + i) * shape.size();
      for (int c = 0; c < channels; c++) {
        int to = (i * channels + c) * plane;
        for (int p = 0; p < plane; p++) {
          turned[to + p] = values[from + p * channels + c];
        }
      }
    }
    return Nd4j.createFromArray(turned).reshape(count, channels, shape.height(), shape.width());
  }

  private INDArray targets(int[] truth) {
    boolean sigmoid = sigmoid();
    int units = sigmoid ? 1 : labels.count();
    float[] values = new float[truth.length * units];
    for (int i = 0; i < truth.length; i++) {
      if (sigmoid) {
        values[i] = truth[i] == labels.positive() ? 1 : 0;
      } else {
        values[i * units + truth[i]] = 1;
      }
    }
    return Nd4j.createFromArray(values).reshape(truth.length, units);
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
