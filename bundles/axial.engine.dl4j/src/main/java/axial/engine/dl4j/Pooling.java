package axial.engine.dl4j;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment;

/**
 * DL4J's max pooling without oneDNN, whose pooling takes several times as long as ND4J's own on
 * large images: a third of a training step of {@code final}. For training only; a model file has
 * the stock layer.
 */
final class Pooling extends SubsamplingLayer {

  private static final long serialVersionUID = 1L;

  /** Windows of {@code size} x {@code size}, {@code stride} apart. */
  Pooling(int size, int stride) {
    super(stock(size, stride));
  }

  /** The description of DL4J's own layer. */
  static SubsamplingLayer.Builder stock(int size, int stride) {
    return new SubsamplingLayer.Builder(PoolingType.MAX)
        .kernelSize(size, size)
        .stride(stride, stride);
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      @Nullable Collection<TrainingListener> listeners,
      int index,
      @Nullable INDArray parameters,
      boolean initialize,
      DataType type) {
    Working layer = new Working(conf, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(new LinkedHashMap<>());
    layer.setConf(conf);
    return layer;
  }

  private static final class Working
      extends org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer {

    private static final long serialVersionUID = 1L;

    Working(NeuralNetConfiguration conf, DataType type) {
      super(conf, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
      return withoutOneDnn(() -> super.activate(training, workspaces));
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(
        INDArray epsilon, LayerWorkspaceMgr workspaces) {
      return withoutOneDnn(() -> super.backpropGradient(epsilon, workspaces));
    }

    /** The switch is the whole process's; the runtime lets one caller at a time in. */
    private static <T> T withoutOneDnn(Supplier<T> work) {
      Environment environment = Environment.getInstance();
      boolean before = environment.isUseONEDNN();
      environment.setUseONEDNN(false);
      try {
        return work.get();
      } finally {
        environment.setUseONEDNN(before);
      }
    }
  }
}
