package axial.lime;

import axial.data.Labels;
import axial.data.Shape;
import axial.model.Activation;
import axial.model.Batch;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Model;
import axial.model.Network;
import axial.model.Optimizer;
import java.util.List;

/**
 * The classifier behind the golden answers: with a and b the mean brightness of two squares, the
 * logit of a tumour is 6a - 4b + 3ab - 0.5.
 */
record GoldenModel(Shape shape) implements Model {

  @Override
  public Network network() {
    return new Network(
        "golden",
        shape,
        List.of(new Layer.Flatten(), new Layer.Dense(1, Activation.SIGMOID)),
        new Optimizer.Sgd(1),
        Loss.BINARY_CROSS_ENTROPY);
  }

  @Override
  public Labels labels() {
    return new Labels(List.of("no tumour", "tumour"), 1);
  }

  @Override
  public double[][] predict(Batch batch) {
    double[][] all = new double[batch.size()][];
    for (int i = 0; i < all.length; i++) {
      double a = mean(batch, i, 60, 100, 50, 90);
      double b = mean(batch, i, 20, 50, 90, 130);
      double p = 1 / (1 + Math.exp(-(6 * a - 4 * b + 3 * a * b - 0.5)));
      all[i] = new double[] {1 - p, p};
    }
    return all;
  }

  private double mean(Batch batch, int image, int top, int bottom, int left, int right) {
    double sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        for (int c = 0; c < shape.channels(); c++) {
          int pixel = (image * shape.height() + y) * shape.width() + x;
          sum += batch.values()[pixel * shape.channels() + c];
        }
      }
    }
    return sum / ((bottom - top) * (right - left) * shape.channels());
  }

  @Override
  public void close() {}
}
