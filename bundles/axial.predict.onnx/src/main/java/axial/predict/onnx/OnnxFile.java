package axial.predict.onnx;

import axial.data.Labels;
import axial.data.Shape;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.Activation;
import axial.model.Layer;
import axial.model.Network;
import axial.model.Parameter;
import axial.predict.onnx.Graph.Attribute;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A trained network as an ONNX model: input {@code image}, float {@code [n, height, width,
 * channels]} in [0, 1]; output {@code probabilities}, float {@code [n, units]}. Inside it is NCHW,
 * as ONNX's operators are. What follows a {@link Layer.Flatten} has its weights in the order of
 * NCHW, so nothing is turned back. One use for one network.
 */
final class OnnxFile {

  static final String INPUT = "image";
  static final String OUTPUT = "probabilities";
  static final String NOTICE =
      "Research software, not a medical device: not to be used to diagnose or treat anyone.";

  private static final int IR_VERSION = 7; // ONNX 1.8 of November 2020
  private static final int OPERATORS = 13;

  private final Network network;
  private final Deque<Parameter> parameters;
  private final Graph graph = new Graph();
  private final List<Wire> initializers = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private String x = INPUT;
  private Shape shape;
  private Shape counted; // what a flat value counts: itself, or rows, columns and channels
  private boolean flat;

  private OnnxFile(Network network, List<Parameter> parameters) {
    this.network = network;
    this.parameters = new ArrayDeque<>(parameters);
    this.shape = network.input();
    this.counted = shape;
  }

  /**
   * The model file.
   *
   * @throws ProblemException of kind USAGE when ONNX cannot express the network
   */
  static Wire of(Network network, Labels labels, List<Parameter> parameters) {
    if (network.parameters() > Integer.MAX_VALUE / Float.BYTES - 1_000_000) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The network %s has %,d parameters, more than the 2 GB of an ONNX file hold."
              .formatted(network.name(), network.parameters()),
          "Use a smaller model.");
    }
    Wire graph = new OnnxFile(network, parameters).graph();
    Wire model =
        new Wire()
            .number(1, IR_VERSION)
            .text(2, "Axial")
            .text(6, NOTICE)
            .message(7, graph)
            .message(8, new Wire().number(2, OPERATORS));
    boolean sigmoid = units(network) == 1;
    property(model, "network", network.name());
    property(model, "classes", json(labels.names()));
    property(model, "positive_class", labels.positiveName());
    property(model, "input", "float [n, height, width, channels], values in [0, 1]");
    property(
        model,
        "output",
        sigmoid
            ? "float [n, 1], the probability of the positive class"
            : "float [n, classes], the probability of each class");
    property(model, "notice", NOTICE);
    return model;
  }

  private static void property(Wire model, String key, String value) {
    model.message(14, new Wire().text(1, key).text(2, value));
  }

  private static String json(List<String> names) {
    return names.stream()
        .map(name -> "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Units of the head. */
  static int units(Network network) {
    return ((Layer.Dense) network.layers().get(network.layers().size() - 1)).units();
  }

  private Wire graph() {
    x = graph.node("Transpose", "nchw", List.of(x), Attribute.numbers("perm", 0, 3, 1, 2));
    List<Layer> body = network.layers().subList(0, network.layers().size() - 1);
    body.forEach(layer -> add(layer, ""));
    Layer.Dense head = (Layer.Dense) network.layers().get(body.size());
    dense(head, name(head, ""), OUTPUT);
    if (!parameters.isEmpty()) {
      throw misfit("it has " + parameters.size() + " arrays too many");
    }
    Shape in = network.input();
    return graph.wire(
        network.name(),
        initializers,
        Graph.value(INPUT, in.height(), in.width(), in.channels()),
        Graph.value(OUTPUT, head.units()));
  }

  private void add(Layer layer, String scope) {
    requireRowsAndColumns(layer);
    String name = name(layer, scope);
    Shape output = layer.output(shape);
    if (layer instanceof Layer.Convolution c) {
      convolution(c, name, output);
    } else if (layer instanceof Layer.MaxPooling p) {
      x = graph.node("MaxPool", name, List.of(x), window(p.size(), p.size(), p.stride(), output));
    } else if (layer instanceof Layer.GlobalAveragePooling) {
      x = graph.node("GlobalAveragePool", name, List.of(x));
      flatten(name + "/flat");
    } else if (layer instanceof Layer.BatchNormalization b) {
      normalization(b, name);
    } else if (layer instanceof Layer.Residual r) {
      residual(r, name);
    } else if (layer instanceof Layer.Flatten) {
      if (!flat) {
        flatten(name);
        counted = shape;
      }
    } else if (layer instanceof Layer.Dense d) {
      dense(d, name, name + "/out");
    }
    // A dropout does nothing when predicting.
    shape = output;
    if (layer instanceof Layer.Dense || layer instanceof Layer.GlobalAveragePooling) {
      counted = output;
    }
  }

  /** Keras's automatic name, unique in the graph. */
  private String name(Layer layer, String scope) {
    String stem = scope + layer.kerasStem();
    int before = seen.merge(stem, 1, Integer::sum) - 1;
    return before == 0 ? stem : stem + "_" + before;
  }

  private void requireRowsAndColumns(Layer layer) {
    if (flat
        && (layer instanceof Layer.Convolution
            || layer instanceof Layer.MaxPooling
            || layer instanceof Layer.Residual
            || layer instanceof Layer.GlobalAveragePooling)) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The network %s has a %s layer after its values were flattened."
              .formatted(network.name(), layer.kerasName()),
          "Put it before the Flatten, Dense or GlobalAveragePooling2D layer.");
    }
  }

  private void convolution(Layer.Convolution c, String name, Shape output) {
    int rows = c.kernelHeight();
    int columns = c.kernelWidth();
    int in = shape.channels();
    float[] keras = take(rows, columns, in, c.filters());
    float[] kernel = new float[keras.length];
    int from = 0;
    for (int cell = 0; cell < rows * columns; cell++) {
      for (int i = 0; i < in; i++) {
        for (int o = 0; o < c.filters(); o++) {
          kernel[(o * in + i) * rows * columns + cell] = keras[from++];
        }
      }
    }
    String weights = initial(name + "/kernel", kernel, c.filters(), in, rows, columns);
    String bias = initial(name + "/bias", take(c.filters()), c.filters());
    x =
        graph.node(
            "Conv", name, List.of(x, weights, bias), window(rows, columns, c.stride(), output));
    activate(c.activation(), name + "/out");
  }

  /** TensorFlow's {@code same}: half of the padding before, an odd cell after. */
  private Attribute[] window(int rows, int columns, int stride, Shape output) {
    int high = Math.max((output.height() - 1) * stride + rows - shape.height(), 0);
    int wide = Math.max((output.width() - 1) * stride + columns - shape.width(), 0);
    return new Attribute[] {
      Attribute.numbers("kernel_shape", rows, columns),
      Attribute.numbers("pads", high / 2, wide / 2, high - high / 2, wide - wide / 2),
      Attribute.numbers("strides", stride, stride)
    };
  }

  private void normalization(Layer.BatchNormalization b, String name) {
    int channels = shape.channels();
    List<String> inputs = new ArrayList<>(List.of(x));
    for (String array : List.of("gamma", "beta", "moving_mean", "moving_variance")) {
      float[] values = take(channels);
      inputs.add(initial(name + "/" + array, flat ? inOrder(values, 1) : values, channels));
    }
    x =
        graph.node(
            "BatchNormalization", name, inputs, Attribute.real("epsilon", (float) b.epsilon()));
  }

  private void residual(Layer.Residual r, String name) {
    String input = x;
    Shape inputShape = shape;
    r.body().forEach(layer -> add(layer, name + "/"));
    String body = x;
    x = input;
    shape = inputShape;
    r.shortcut().forEach(layer -> add(layer, name + "/shortcut/"));
    x = graph.node("Add", name, List.of(body, x));
    activate(r.activation(), name + "/out");
  }

  private void dense(Layer.Dense d, String name, String output) {
    if (!flat) {
      flatten(name + "/flat");
      counted = shape;
    }
    int in = shape.channels();
    float[] kernel = inOrder(take(in, d.units()), d.units());
    String weights = initial(name + "/kernel", kernel, in, d.units());
    String bias = initial(name + "/bias", take(d.units()), d.units());
    x = graph.node("Gemm", name, List.of(x, weights, bias));
    activate(d.activation(), output);
  }

  private void flatten(String name) {
    x = graph.node("Flatten", name, List.of(x));
    flat = true;
  }

  /** Rows of an array that count (row, column, channel) in the order (channel, row, column). */
  private float[] inOrder(float[] rows, int width) {
    int plane = counted.height() * counted.width();
    int channels = counted.channels();
    float[] turned = new float[rows.length];
    for (int cell = 0; cell < plane; cell++) {
      for (int c = 0; c < channels; c++) {
        System.arraycopy(
            rows, (cell * channels + c) * width, turned, (c * plane + cell) * width, width);
      }
    }
    return turned;
  }

  private void activate(Activation activation, String name) {
    x =
        switch (activation) {
          case LINEAR -> x;
          case RELU -> graph.node("Relu", name, List.of(x));
          case SELU -> graph.node("Selu", name, List.of(x));
          case SIGMOID -> graph.node("Sigmoid", name, List.of(x));
          case TANH -> graph.node("Tanh", name, List.of(x));
          case SOFTMAX -> graph.node("Softmax", name, List.of(x), Attribute.number("axis", 1));
        };
  }

  private String initial(String name, float[] values, long... dimensions) {
    initializers.add(Graph.tensor(name, values, dimensions));
    return name;
  }

  private float[] take(Integer... dimensions) {
    Parameter next = parameters.poll();
    if (next == null) {
      throw misfit("an array of " + List.of(dimensions) + " is missing");
    }
    if (!next.shape().equals(List.of(dimensions))) {
      throw misfit("%s is %s, not %s".formatted(next.name(), next.shape(), List.of(dimensions)));
    }
    return next.values();
  }

  private IllegalArgumentException misfit(String why) {
    return new IllegalArgumentException(
        "The weights do not fit the network %s: %s.".formatted(network.name(), why));
  }
}
