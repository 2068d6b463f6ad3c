package axial.engine.dl4j.layers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Cuts DL4J's one long vector of parameters into a layer's arrays, in Keras's order. */
final class KerasInitializer implements ParamInitializer {

  private final Map<String, List<Integer>> arrays;

  KerasInitializer(Map<String, List<Integer>> arrays) {
    this.arrays = arrays;
  }

  @Override
  public long numParams(NeuralNetConfiguration conf) {
    return numParams(conf.getLayer());
  }

  @Override
  public long numParams(Layer layer) {
    return arrays.values().stream().mapToLong(KerasArrays::length).sum();
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return List.copyOf(arrays.keySet());
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return arrays.keySet().stream().filter(key -> isWeightParam(layer, key)).toList();
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return arrays.keySet().stream().filter(key -> isBiasParam(layer, key)).toList();
  }

  @Override
  public boolean isWeightParam(Layer layer, String key) {
    return key.endsWith("kernel");
  }

  @Override
  public boolean isBiasParam(Layer layer, String key) {
    return key.endsWith("bias");
  }

  /** Scales and variances become 1, all else 0; kernels are drawn later. */
  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration conf, INDArray parameters, boolean initialize) {
    Map<String, INDArray> views = views(parameters);
    if (initialize) {
      parameters.assign(0);
      views.forEach(
          (name, view) -> {
            if (name.endsWith("gamma") || name.endsWith("moving_variance")) {
              view.assign(1);
            }
          });
    }
    return views;
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration conf, INDArray gradients) {
    return views(gradients);
  }

  private Map<String, INDArray> views(INDArray whole) {
    Map<String, INDArray> views = new LinkedHashMap<>();
    INDArray vector = whole.reshape(whole.length());
    long from = 0;
    for (Map.Entry<String, List<Integer>> array : arrays.entrySet()) {
      long length = KerasArrays.length(array.getValue());
      long[] shape = array.getValue().stream().mapToLong(Integer::longValue).toArray();
      INDArray part = vector.get(NDArrayIndex.interval(from, from + length));
      views.put(array.getKey(), part.reshape('c', shape));
      from += length;
    }
    return views;
  }
}
