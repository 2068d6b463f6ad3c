package axial.engine.dl4j;

import axial.data.Shape;
import axial.model.Activation;
import axial.model.Layer;
import axial.model.Network;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The forward pass as TensorFlow defines it, slowly and plainly: NHWC, {@code same} padding. */
final class Reference {

  private Reference() {}

  /** The outputs of the last layer for one image, from weights in Keras's order. */
  static double[] outputs(Network network, List<float[]> weights, double[] image) {
    return chain(network.layers(), network.input(), weights.iterator(), image);
  }

  private static double[] chain(
      List<Layer> layers, Shape input, Iterator<float[]> next, double[] image) {
    Shape shape = input;
    double[] x = image;
    for (Layer layer : layers) {
      Shape out = layer.output(shape);
      if (layer instanceof Layer.Convolution c) {
        x = eachPlace(convolve(c, x, shape, out, next.next(), next.next()), c);
      } else if (layer instanceof Layer.MaxPooling p) {
        x = pool(p, x, shape, out);
      } else if (layer instanceof Layer.GlobalAveragePooling) {
        double[] mean = new double[shape.channels()];
        for (int i = 0; i < x.length; i++) {
          mean[i % mean.length] += x[i] / (shape.height() * shape.width());
        }
        x = mean;
      } else if (layer instanceof Layer.BatchNormalization b) {
        x = normalise(b, x, next.next(), next.next(), next.next(), next.next());
      } else if (layer instanceof Layer.Residual r) {
        double[] body = chain(r.body(), shape, next, x);
        double[] kept = chain(r.shortcut(), shape, next, x);
        for (int i = 0; i < body.length; i++) {
          body[i] += kept[i];
        }
        x = activate(body, r.activation());
      } else if (layer instanceof Layer.Dense d) {
        x = activate(dense(x, d.units(), next.next(), next.next()), d.activation());
      }
      shape = out;
    }
    return x;
  }

  /** TensorFlow's padding before the first cell: half of what is missing, rounded down. */
  private static int before(int in, int out, int kernel, int stride) {
    return Math.max((out - 1) * stride + kernel - in, 0) / 2;
  }

  private static double[] convolve(
      Layer.Convolution c, double[] x, Shape in, Shape out, float[] kernel, float[] bias) {
    double[] y = new double[out.size()];
    int top = before(in.height(), out.height(), c.kernelHeight(), c.stride());
    int left = before(in.width(), out.width(), c.kernelWidth(), c.stride());
    for (int i = 0; i < y.length; i++) {
      int f = i % c.filters();
      int column = i / c.filters() % out.width() * c.stride() - left;
      int row = i / c.filters() / out.width() * c.stride() - top;
      y[i] = bias[f];
      for (int k = f; k < kernel.length; k += c.filters()) {
        int channel = k / c.filters() % in.channels();
        int kx = k / c.filters() / in.channels() % c.kernelWidth() + column;
        int ky = k / c.filters() / in.channels() / c.kernelWidth() + row;
        if (kx >= 0 && kx < in.width() && ky >= 0 && ky < in.height()) {
          y[i] += kernel[k] * x[(ky * in.width() + kx) * in.channels() + channel];
        }
      }
    }
    return y;
  }

  private static double[] pool(Layer.MaxPooling p, double[] x, Shape in, Shape out) {
    double[] y = new double[out.size()];
    int top = before(in.height(), out.height(), p.size(), p.stride());
    int left = before(in.width(), out.width(), p.size(), p.stride());
    for (int i = 0; i < y.length; i++) {
      int column = i / in.channels() % out.width() * p.stride() - left;
      int row = i / in.channels() / out.width() * p.stride() - top;
      y[i] = Double.NEGATIVE_INFINITY;
      for (int ky = Math.max(row, 0); ky < Math.min(row + p.size(), in.height()); ky++) {
        for (int kx = Math.max(column, 0); kx < Math.min(column + p.size(), in.width()); kx++) {
          int from = (ky * in.width() + kx) * in.channels() + i % in.channels();
          y[i] = Math.max(y[i], x[from]);
        }
      }
    }
    return y;
  }

  private static double[] normalise(
      Layer.BatchNormalization b,
      double[] x,
      float[] gamma,
      float[] beta,
      float[] mean,
      float[] variance) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      int c = i % gamma.length;
      y[i] = gamma[c] * (x[i] - mean[c]) / Math.sqrt(variance[c] + b.epsilon()) + beta[c];
    }
    return y;
  }

  private static double[] dense(double[] x, int units, float[] kernel, float[] bias) {
    double[] y = new double[units];
    for (int u = 0; u < units; u++) {
      y[u] = bias[u];
      for (int i = 0; i < x.length; i++) {
        y[u] += x[i] * kernel[i * units + u];
      }
    }
    return y;
  }

  /** A softmax is over the channels of each place. */
  private static double[] eachPlace(double[] y, Layer.Convolution c) {
    double[] all = new double[y.length];
    for (int from = 0; from < y.length; from += c.filters()) {
      double[] place = Arrays.copyOfRange(y, from, from + c.filters());
      System.arraycopy(activate(place, c.activation()), 0, all, from, c.filters());
    }
    return all;
  }

  private static double[] activate(double[] x, Activation activation) {
    if (activation == Activation.SOFTMAX) {
      double sum = Arrays.stream(x).map(Math::exp).sum();
      return Arrays.stream(x).map(v -> Math.exp(v) / sum).toArray();
    }
    return Arrays.stream(x).map(v -> activate(v, activation)).toArray();
  }

  private static double activate(double v, Activation activation) {
    return switch (activation) {
      case LINEAR -> v;
      case RELU -> Math.max(0, v);
      case SELU -> 1.0507009873554805 * (v > 0 ? v : 1.6732632423543772 * Math.expm1(v));
      case SIGMOID -> 1 / (1 + Math.exp(-v));
      case TANH -> Math.tanh(v);
      case SOFTMAX -> throw new IllegalArgumentException("A softmax is over all units.");
    };
  }
}
