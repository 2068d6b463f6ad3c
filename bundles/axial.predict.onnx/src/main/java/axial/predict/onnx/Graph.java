package axial.predict.onnx;

import java.util.List;

/**
 * A graph of ONNX (onnx.proto): nodes and initial values in the order in which they were added, so
 * the same network gives the same bytes.
 */
final class Graph {

  private static final int FLOAT = 1;

  private final Wire nodes = new Wire();

  /** One attribute of a node. */
  static final class Attribute {
    private static final int INT = 2;
    private static final int INTS = 7;

    private final Wire wire = new Wire();

    private Attribute(String name) {
      wire.text(1, name);
    }

    static Attribute real(String name, float value) {
      Attribute attribute = new Attribute(name);
      attribute.wire.real(2, value).number(20, FLOAT);
      return attribute;
    }

    static Attribute number(String name, long value) {
      Attribute attribute = new Attribute(name);
      attribute.wire.number(3, value).number(20, INT);
      return attribute;
    }

    static Attribute numbers(String name, long... values) {
      Attribute attribute = new Attribute(name);
      for (long value : values) {
        attribute.wire.number(8, value);
      }
      attribute.wire.number(20, INTS);
      return attribute;
    }
  }

  /** Adds a node with one output, which has the node's name; gives that name. */
  String node(String operator, String name, List<String> inputs, Attribute... attributes) {
    Wire node = new Wire();
    inputs.forEach(input -> node.text(1, input));
    node.text(2, name).text(3, name).text(4, operator);
    for (Attribute attribute : attributes) {
      node.message(5, attribute.wire);
    }
    nodes.message(1, node);
    return name;
  }

  /** The whole graph, with one input and one output. */
  Wire wire(String name, List<Wire> initializers, Wire input, Wire output) {
    Wire graph = nodes.text(2, name);
    initializers.forEach(initializer -> graph.message(5, initializer));
    return graph.message(11, input).message(12, output);
  }

  /** An array of floats. */
  static Wire tensor(String name, float[] values, long... dimensions) {
    Wire tensor = new Wire();
    for (long dimension : dimensions) {
      tensor.number(1, dimension);
    }
    return tensor.number(2, FLOAT).text(8, name).bytes(9, Wire.littleEndian(values));
  }

  /** An input or output: any number of float arrays of these dimensions. */
  static Wire value(String name, long... dimensions) {
    Wire shape = new Wire().message(1, new Wire().text(2, "n"));
    for (long dimension : dimensions) {
      shape.message(1, new Wire().number(1, dimension));
    }
    Wire tensor = new Wire().number(1, FLOAT).message(2, shape);
    return new Wire().text(1, name).message(2, new Wire().message(1, tensor));
  }
}
