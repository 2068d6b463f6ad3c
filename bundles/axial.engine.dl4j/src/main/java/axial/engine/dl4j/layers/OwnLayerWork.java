package axial.engine.dl4j.layers;

import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One of Axial's own layers at work in a DL4J network. Arrays are NHWC; those that it returns are
 * its own memory, which its next call overwrites.
 */
public final class OwnLayerWork extends BaseLayer<OwnLayer> implements AutoCloseable {

  private static final long serialVersionUID = 1L;

  private final transient Function<Parameters, Kernel> maker;
  private final boolean first;
  private transient @Nullable Kernel kernel;
  private final transient Stopwatch forward = new Stopwatch();
  private final transient Stopwatch backward = new Stopwatch();

  OwnLayerWork(
      NeuralNetConfiguration conf,
      DataType type,
      Function<Parameters, Kernel> maker,
      boolean first) {
    super(conf, type);
    this.maker = maker;
    this.first = first;
    this.gradientViews = Map.of();
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    return forward.time(() -> kernel().forward(Tensor.of(input), training).array());
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    INDArray byInput = backward.time(() -> kernel().backward(Tensor.of(epsilon), !first).array());
    Gradient gradients = new DefaultGradient();
    gradientViews.forEach(gradients::setGradientFor);
    return new Pair<>(gradients, byInput);
  }

  /** Time spent going forward. */
  public Stopwatch forward() {
    return forward;
  }

  /** Time spent going back. */
  public Stopwatch backward() {
    return backward;
  }

  /** Bytes of native memory that it holds, parameters not counted. */
  public long bytes() {
    return kernel == null ? 0 : kernel.bytes();
  }

  private Kernel kernel() {
    if (kernel == null) {
      kernel =
          maker.apply(
              new Parameters() {
                @Override
                public long value(String name) {
                  return address(params, name);
                }

                @Override
                public long gradient(String name) {
                  return address(gradientViews, name);
                }
              });
    }
    return kernel;
  }

  private static long address(Map<String, INDArray> arrays, String name) {
    INDArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException("The layer has no parameter " + name);
    }
    return Chunks.address(array);
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public void close() {
    if (kernel != null) {
      kernel.close();
      kernel = null;
    }
  }
}
