package axial.engine.dl4j.layers;

import axial.model.Activation;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.function.BiConsumer;

/** What is done value by value to whole tensors. */
final class Elementwise {

  /** Klambauer and others 2017: lambda and alpha of SELU. */
  static final float SELU_SCALE = 1.0507009873554805f;

  static final float SELU_ALPHA = 1.6732632423543772f;

  private final Chunks chunks;

  Elementwise(Chunks chunks) {
    this.chunks = chunks;
  }

  /**
   * Turns the gradient by an activation's output into {@code scale} times that by its input, in
   * place.
   *
   * @param y the activation's output, of which every activation's slope can be told
   */
  void back(Activation activation, Tensor y, Tensor gradient, float scale) {
    if (activation == Activation.LINEAR && scale == 1) {
      return;
    }
    if (activation == Activation.RELU) {
      backOfRelu(y, gradient, scale);
      return;
    }
    if (activation == Activation.SOFTMAX) {
      backOfSoftmax(y, gradient, scale);
      return;
    }
    chunks.over(
        gradient.length(),
        () -> {
          float[] g = new float[Chunks.SIZE];
          float[] v = new float[Chunks.SIZE];
          return (from, n) -> {
            FloatBuffer into = gradient.values(from, n);
            into.get(0, g, 0, n);
            y.values(from, n).get(0, v, 0, n);
            slope(activation, v, n);
            for (int i = 0; i < n; i++) {
              g[i] *= v[i] * scale;
            }
            into.put(0, g, 0, n);
          };
        });
  }

  /**
   * The same for a ReLU, on the bits of the numbers, which the JVM turns into vector instructions:
   * a float above 0 has bits above 0.
   */
  private void backOfRelu(Tensor y, Tensor gradient, float scale) {
    chunks.over(
        gradient.length(),
        () -> {
          int[] g = new int[Chunks.SIZE];
          int[] v = new int[Chunks.SIZE];
          float[] scaled = new float[scale == 1 ? 0 : Chunks.SIZE];
          return (from, n) -> {
            IntBuffer into = gradient.bits(from, n);
            into.get(0, g, 0, n);
            y.bits(from, n).get(0, v, 0, n);
            for (int i = 0; i < n; i++) {
              g[i] &= -v[i] >> 31;
            }
            into.put(0, g, 0, n);
            if (scale != 1) {
              multiply(gradient.values(from, n), scale, scaled, n);
            }
          };
        });
  }

  /** Turns the channels of each place into their softmax, in place. */
  void softmax(Tensor y) {
    eachPlace(
        y,
        y,
        (v, same) -> {
          float highest = Float.NEGATIVE_INFINITY;
          for (float value : v) {
            highest = Math.max(highest, value);
          }
          double sum = 0;
          for (int c = 0; c < v.length; c++) {
            v[c] = (float) Math.exp(v[c] - highest);
            sum += v[c];
          }
          for (int c = 0; c < v.length; c++) {
            v[c] /= (float) sum;
          }
        });
  }

  private static void backOfSoftmax(Tensor y, Tensor gradient, float scale) {
    eachPlace(
        gradient,
        y,
        (g, p) -> {
          double mean = 0;
          for (int c = 0; c < g.length; c++) {
            mean += g[c] * p[c];
          }
          for (int c = 0; c < g.length; c++) {
            g[c] = (float) (scale * p[c] * (g[c] - mean));
          }
        });
  }

  /** Changes the channels of each place, which may depend on those of another tensor. */
  private static void eachPlace(Tensor into, Tensor other, BiConsumer<float[], float[]> change) {
    int channels = other.shape().channels(); // the gradient of a flattened output has one place
    float[] a = new float[channels];
    float[] b = new float[channels];
    for (long from = 0; from < into.length(); from += channels) {
      FloatBuffer values = into.values(from, channels);
      values.get(0, a);
      other.values(from, channels).get(0, b);
      change.accept(a, b);
      values.put(0, a);
    }
  }

  private static void multiply(FloatBuffer values, float factor, float[] v, int n) {
    values.get(0, v, 0, n);
    for (int i = 0; i < n; i++) {
      v[i] *= factor;
    }
    values.put(0, v, 0, n);
  }

  /** Turns outputs into slopes. */
  private static void slope(Activation activation, float[] v, int n) {
    switch (activation) {
      case LINEAR -> java.util.Arrays.fill(v, 0, n, 1f);
      case SELU -> {
        for (int i = 0; i < n; i++) {
          v[i] = v[i] > 0 ? SELU_SCALE : v[i] + SELU_SCALE * SELU_ALPHA;
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < n; i++) {
          v[i] = v[i] * (1 - v[i]);
        }
      }
      case TANH -> {
        for (int i = 0; i < n; i++) {
          v[i] = 1 - v[i] * v[i];
        }
      }
      case SOFTMAX ->
          throw new IllegalArgumentException("A softmax has no slope of a single value.");
      case RELU -> throw new IllegalArgumentException("A ReLU's slope is told from its bits.");
    }
  }

  /** Adds one tensor to another, in place. */
  void add(Tensor into, Tensor other) {
    chunks.over(
        into.length(),
        () -> {
          float[] a = new float[Chunks.SIZE];
          float[] b = new float[Chunks.SIZE];
          return (from, n) -> {
            FloatBuffer values = into.values(from, n);
            values.get(0, a, 0, n);
            other.values(from, n).get(0, b, 0, n);
            for (int i = 0; i < n; i++) {
              a[i] += b[i];
            }
            values.put(0, a, 0, n);
          };
        });
  }

  /** Writes activation(a + b). */
  void sum(Tensor a, Tensor b, Activation activation, Tensor into) {
    chunks.over(
        into.length(),
        () -> {
          float[] v = new float[Chunks.SIZE];
          float[] w = new float[Chunks.SIZE];
          return (from, n) -> {
            a.values(from, n).get(0, v, 0, n);
            b.values(from, n).get(0, w, 0, n);
            for (int i = 0; i < n; i++) {
              v[i] += w[i];
            }
            activate(activation, v, n);
            into.values(from, n).put(0, v, 0, n);
          };
        });
  }

  private static void activate(Activation activation, float[] v, int n) {
    switch (activation) {
      case LINEAR -> {}
      case RELU -> {
        for (int i = 0; i < n; i++) {
          v[i] = Math.max(v[i], 0);
        }
      }
      case SELU -> {
        for (int i = 0; i < n; i++) {
          v[i] = SELU_SCALE * (v[i] > 0 ? v[i] : SELU_ALPHA * (float) Math.expm1(v[i]));
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < n; i++) {
          v[i] = (float) (1 / (1 + Math.exp(-v[i])));
        }
      }
      case TANH -> {
        for (int i = 0; i < n; i++) {
          v[i] = (float) Math.tanh(v[i]);
        }
      }
      case SOFTMAX ->
          throw new IllegalArgumentException("A softmax is computed over the outputs at once.");
    }
  }

  /** Copies one tensor to another. */
  void copy(Tensor from, Tensor into) {
    chunks.over(
        from.length(), () -> (at, n) -> into.values(at, n).put(0, from.values(at, n), 0, n));
  }

  /** Multiplies by a number, in place. */
  void scale(Tensor tensor, float factor) {
    chunks.over(
        tensor.length(),
        () -> {
          float[] v = new float[Chunks.SIZE];
          return (from, n) -> multiply(tensor.values(from, n), factor, v, n);
        });
  }

  /** Copies {@code x}, with the values that the mask drops set to 0; may be the same tensor. */
  void drop(Tensor x, DropoutMask mask, float scale, Tensor into) {
    chunks.over(
        x.length(),
        () -> {
          int[] bits = new int[Chunks.SIZE];
          float[] scaled = new float[scale == 1 ? 0 : Chunks.SIZE];
          return (from, n) -> {
            x.bits(from, n).get(0, bits, 0, n);
            mask.drop(bits, from, n);
            into.bits(from, n).put(0, bits, 0, n);
            if (scale != 1) {
              multiply(into.values(from, n), scale, scaled, n);
            }
          };
        });
  }
}
