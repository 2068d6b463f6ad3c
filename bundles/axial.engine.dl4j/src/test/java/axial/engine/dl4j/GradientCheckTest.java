package axial.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import axial.data.Shape;
import axial.job.Draws;
import axial.job.Seed;
import axial.model.Activation;
import axial.model.Batch;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Network;
import axial.model.Optimizer;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.buffer.util.DataTypeUtil;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Gradients in double precision. oneDNN has no doubles, so DL4J's layers in double precision pass
 * DL4J's own check against differences, and the gradients of Axial's layers are compared with
 * theirs.
 */
class GradientCheckTest {

  private static final int IMAGES = 3;

  /** Odd and even sizes, kernels of 1 to 5, strides 1 and 2. */
  static List<Network> networks() {
    List<Network> networks = new ArrayList<>();
    for (int kernel = 1; kernel <= 5; kernel++) {
      for (int stride = 1; stride <= 2; stride++) {
        Shape input = new Shape(6 + kernel % 2, 7 - stride, 2);
        networks.add(
            network(
                input,
                new Layer.Convolution(3, kernel, 6 - kernel, stride, Activation.TANH),
                new Layer.Convolution(4, 2, kernel, 1, Activation.SIGMOID),
                new Layer.MaxPooling(2, stride),
                new Layer.Flatten(),
                new Layer.Dense(5, Activation.SIGMOID)));
      }
    }
    return networks;
  }

  private static Network network(Shape input, Layer... body) {
    List<Layer> layers = new ArrayList<>(List.of(body));
    layers.add(new Layer.Dense(3, Activation.SOFTMAX));
    return new Network(
        "checked", input, layers, new Optimizer.Sgd(1), Loss.CATEGORICAL_CROSS_ENTROPY);
  }

  @BeforeAll
  static void startNd4j() {
    assertThat(Small.engine().platform()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradientsAreThoseOfDl4jInDoublePrecisionWhichPassItsCheck(Network network) {
    Batch batch = batch(network.input());
    MultiLayerNetwork exact = exact(network);
    try (Dl4jModel own =
        (Dl4jModel) Small.engine("own").create(network, Small.THREE, new Seed(4))) {
      INDArray images = nchw(batch);
      INDArray labels = Nd4j.eye(3).castTo(DataType.DOUBLE);
      List<float[]> weights = arrays(own);
      setParameters(exact, network, weights);
      assertThat(passesDl4jsCheck(exact, images, labels)).isTrue();
      exact.setInput(images);
      exact.setLabels(labels);
      exact.computeGradientAndScore();
      INDArray gradient = exact.getFlattenedGradients().div(IMAGES);
      float[] expected = inKerasOrder(network, gradient);
      own.fit(batch, new int[] {0, 1, 2}, Small.ones(IMAGES), new Seed(0));
      List<float[]> after = arrays(own);
      int at = 0;
      for (int s = 0; s < weights.size(); s++) {
        for (int i = 0; i < weights.get(s).length; i++) {
          // A step of plain descent at rate 1 takes the gradient itself away, in 4-byte floats.
          assertThat(weights.get(s)[i] - after.get(s)[i]).isCloseTo(expected[at++], within(1e-6f));
        }
      }
    }
  }

  private static boolean passesDl4jsCheck(MultiLayerNetwork net, INDArray images, INDArray labels) {
    DataType before = Nd4j.dataType();
    DataTypeUtil.setDTypeForContext(DataType.DOUBLE); // the check insists on this
    try {
      return GradientCheckUtil.checkGradients(
          new GradientCheckUtil.MLNConfig()
              .net(net)
              .input(images)
              .labels(labels)
              .epsilon(1e-6)
              .maxRelError(1e-4)
              .minAbsoluteError(1e-9)
              .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)
              .exitOnFirstError(true));
    } finally {
      DataTypeUtil.setDTypeForContext(before);
    }
  }

  private static MultiLayerNetwork exact(Network network) {
    MultiLayerConfiguration configuration = Configurations.chain(network);
    configuration.setDataType(DataType.DOUBLE);
    configuration.getConfs().forEach(c -> c.getLayer().setDataType(DataType.DOUBLE));
    configuration
        .getConfs()
        .forEach(
            c -> {
              if (c.getLayer() instanceof org.deeplearning4j.nn.conf.layers.BaseLayer layer) {
                layer.setIUpdater(new NoOp());
              }
            });
    MultiLayerNetwork net = new MultiLayerNetwork(configuration);
    net.init();
    return net;
  }

  private static void setParameters(
      MultiLayerNetwork exact, Network network, List<float[]> weights) {
    int length = weights.stream().mapToInt(w -> w.length).sum();
    float[] vector = new float[length];
    int from = 0;
    for (float[] array : weights) {
      System.arraycopy(array, 0, vector, from, array.length);
      from += array.length;
    }
    try (StockNet stock = StockNet.of(network)) {
      exact.setParams(
          Nd4j.createFromArray(stock.fromKeras(vector)).castTo(DataType.DOUBLE).reshape(1, length));
    }
  }

  private static float[] inKerasOrder(Network network, INDArray gradient) {
    try (StockNet stock = StockNet.of(network)) {
      return stock.toKeras(gradient.castTo(DataType.FLOAT).toFloatVector());
    }
  }

  private static List<float[]> arrays(Dl4jModel model) {
    return model.parameters().stream().map(p -> p.values()).toList();
  }

  private static Batch batch(Shape input) {
    Draws draws = new Seed(2).draws();
    float[] values = new float[IMAGES * input.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) draws.uniform();
    }
    return new Batch(IMAGES, input, values);
  }

  private static INDArray nchw(Batch batch) {
    Shape s = batch.shape();
    return Nd4j.createFromArray(batch.values())
        .castTo(DataType.DOUBLE)
        .reshape(batch.size(), s.height(), s.width(), s.channels())
        .permute(0, 3, 1, 2)
        .dup('c');
  }
}
