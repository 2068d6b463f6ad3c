package axial.engine.dl4j;

import axial.model.Parameter;
import java.util.ArrayList;
import java.util.List;

/** A model's arrays of weights by number, to read and to set. */
record ModelArrays(Dl4jModel model) {

  int count() {
    return model.parameters().size();
  }

  float[] get(int s) {
    return model.parameters().get(s).values();
  }

  void set(int s, float[] values) {
    List<Parameter> arrays = new ArrayList<>(model.parameters());
    arrays.set(s, new Parameter(arrays.get(s).name(), arrays.get(s).shape(), values));
    model.setParameters(arrays);
  }

  /** Whether an array is a running average, which the optimiser leaves alone. */
  boolean isAverage(int s) {
    return model.parameters().get(s).name().contains("moving_");
  }
}
