package axial.engine.dl4j.layers;

import axial.data.Shape;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Describes one of Axial's own layers to DL4J. It lives in memory only: files have stock layers.
 */
final class OwnLayer extends BaseLayer {

  private static final long serialVersionUID = 1L;

  private final transient axial.model.Layer layer;
  private final transient Shape in;
  private final transient Function<Parameters, Kernel> kernel;
  private final transient boolean first;

  /**
   * A layer.
   *
   * @param kernel makes its computation, once its parameters have a place
   * @param first whether nobody asks for the gradient by its input
   */
  OwnLayer(axial.model.Layer layer, Shape in, Function<Parameters, Kernel> kernel, boolean first) {
    this.layer = layer;
    this.in = in;
    this.kernel = kernel;
    this.first = first;
    setLayerName(layer.kerasName());
  }

  @Override
  public org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration conf,
      @Nullable Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    OwnLayerWork work = new OwnLayerWork(conf, type, kernel, first);
    work.setListeners(listeners);
    work.setIndex(index);
    work.setParamsViewArray(parameters);
    work.setParamTable(
        parameters == null ? Map.of() : initializer().init(conf, parameters, initialize));
    work.setConf(conf);
    return work;
  }

  @Override
  public ParamInitializer initializer() {
    return new KerasInitializer(KerasArrays.of(layer, in));
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    Shape out = layer.output(in);
    return InputType.convolutional(
        out.height(), out.width(), out.channels(), org.deeplearning4j.nn.conf.CNN2DFormat.NHWC);
  }

  @Override
  public void setNIn(InputType input, boolean override) {
    // Sizes come from the neutral description, not from DL4J's search.
  }

  @Override
  public @Nullable InputPreProcessor getPreProcessorForInputType(InputType input) {
    return null;
  }

  @Override
  public List<org.nd4j.linalg.learning.regularization.Regularization> getRegularizationByParam(
      String name) {
    return List.of();
  }

  @Override
  public boolean isPretrainParam(String name) {
    return false;
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    long parameters = layer.parameters(in);
    return new LayerMemoryReport.Builder(
            layer.kerasName(), OwnLayer.class, input, getOutputType(-1, input))
        .standardMemory(parameters, 0)
        .workingMemory(0, layer.output(in).size(), 0, (long) layer.output(in).size() + in.size())
        .cacheMemory(0, 0)
        .build();
  }

  @Override
  public BaseLayer clone() {
    return this; // it cannot change
  }

  /** One layer's description is another's only when it is the same. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
