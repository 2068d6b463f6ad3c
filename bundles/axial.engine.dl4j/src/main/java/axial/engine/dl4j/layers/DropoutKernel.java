package axial.engine.dl4j.layers;

import axial.data.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Dropout: values are set to 0 at random, the others scaled up so that the mean stays.
 *
 * <p>Between a ReLU and a maximum pooling only the zeros are set, in the ReLU's own memory: the
 * pooling does the rest.
 */
final class DropoutKernel implements Kernel {

  private final Setting setting;
  private final int layer;
  private final double rate;
  private final boolean inPlace;
  private final Buffer y;
  private @Nullable DropoutMask mask;

  /**
   * A dropout.
   *
   * @param layer its number in the network, which makes its mask differ from that of others
   * @param inPlace whether a pooling after it scales the values and cuts the gradients
   */
  DropoutKernel(Setting setting, int layer, double rate, Shape shape, boolean inPlace) {
    this.setting = setting;
    this.layer = layer;
    this.rate = rate;
    this.inPlace = inPlace;
    this.y = new Buffer(shape);
  }

  /** What a kept value is multiplied by. */
  static float scale(double rate) {
    return (float) (1 / (1 - rate));
  }

  @Override
  public Tensor forward(Tensor x, boolean training) {
    if (!training || rate == 0) {
      mask = null;
      return x;
    }
    mask = setting.dropout().mask(layer, rate);
    Tensor result = inPlace ? x : y.tensor(x.images());
    setting.elementwise().drop(x, mask, inPlace ? 1 : scale(rate), result);
    return result;
  }

  @Override
  public Tensor backward(Tensor dy, boolean wanted) {
    if (mask != null && !inPlace && wanted) {
      setting.elementwise().drop(dy, mask, scale(rate), dy);
    }
    return dy;
  }

  @Override
  public boolean leavesGradient() {
    return inPlace;
  }

  @Override
  public long bytes() {
    return y.bytes();
  }

  @Override
  public void close() {
    y.close();
  }
}
