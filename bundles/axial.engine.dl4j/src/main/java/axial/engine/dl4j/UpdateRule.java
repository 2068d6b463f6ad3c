package axial.engine.dl4j;

import axial.engine.dl4j.layers.Chunks;
import axial.model.Optimizer;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The optimiser's step over all parameters at once, in one pass over memory, as Keras 2.4 makes it:
 * epsilon is added outside the square root.
 */
final class UpdateRule {

  private final Optimizer optimizer;
  private final Chunks chunks;
  private final float[][] moments;
  private long steps;

  UpdateRule(Optimizer optimizer, long parameters, Chunks chunks) {
    this.optimizer = optimizer;
    this.chunks = chunks;
    int averages =
        optimizer instanceof Optimizer.Adam ? 2 : optimizer instanceof Optimizer.RmsProp ? 1 : 0;
    this.moments = new float[averages][Math.toIntExact(parameters)];
  }

  /** Moving averages in the order of the parameters; the arrays themselves. */
  float[][] moments() {
    return moments;
  }

  /** How many steps were made. */
  long steps() {
    return steps;
  }

  /** Goes on after that many steps. */
  void setSteps(long steps) {
    this.steps = steps;
  }

  /**
   * Changes the parameters.
   *
   * @param gradient of the mean loss, as long as the parameters; may be overwritten
   */
  void step(INDArray parameters, INDArray gradient, double learningRate) {
    steps++;
    long w = Chunks.address(parameters);
    long g = Chunks.address(gradient);
    chunks.over(
        parameters.length(),
        () -> {
          float[] weights = new float[Chunks.SIZE];
          float[] slopes = new float[Chunks.SIZE];
          return (from, n) -> {
            FloatBuffer values = Chunks.values(w, from, n);
            values.get(0, weights, 0, n);
            Chunks.values(g, from, n).get(0, slopes, 0, n);
            step(weights, slopes, Math.toIntExact(from), n, learningRate);
            values.put(0, weights, 0, n);
          };
        });
  }

  private void step(float[] w, float[] g, int from, int n, double learningRate) {
    if (optimizer instanceof Optimizer.Adam adam) {
      double rate =
          learningRate
              * Math.sqrt(1 - Math.pow(adam.beta2(), steps))
              / (1 - Math.pow(adam.beta1(), steps));
      adam(w, g, from, n, adam, (float) rate);
    } else if (optimizer instanceof Optimizer.RmsProp rms) {
      rmsProp(w, g, from, n, rms, (float) learningRate);
    } else {
      float rate = (float) learningRate;
      for (int i = 0; i < n; i++) {
        w[i] -= rate * g[i];
      }
    }
  }

  private void adam(float[] w, float[] g, int from, int n, Optimizer.Adam adam, float rate) {
    float b1 = (float) adam.beta1();
    float b2 = (float) adam.beta2();
    float c1 = (float) (1 - adam.beta1());
    float c2 = (float) (1 - adam.beta2());
    float epsilon = (float) adam.epsilon();
    float[] first = moments[0];
    float[] second = moments[1];
    for (int i = 0; i < n; i++) {
      float m = b1 * first[from + i] + c1 * g[i];
      float v = b2 * second[from + i] + c2 * (g[i] * g[i]);
      first[from + i] = m;
      second[from + i] = v;
      w[i] -= rate * m / ((float) Math.sqrt(v) + epsilon);
    }
  }

  private void rmsProp(float[] w, float[] g, int from, int n, Optimizer.RmsProp rms, float rate) {
    float rho = (float) rms.rho();
    float rest = (float) (1 - rms.rho());
    float epsilon = (float) rms.epsilon();
    float[] mean = moments[0];
    for (int i = 0; i < n; i++) {
      float v = rho * mean[from + i] + rest * (g[i] * g[i]);
      mean[from + i] = v;
      w[i] -= rate * g[i] / ((float) Math.sqrt(v) + epsilon);
    }
  }
}
