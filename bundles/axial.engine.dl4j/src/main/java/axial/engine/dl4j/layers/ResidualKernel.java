package axial.engine.dl4j.layers;

import axial.data.Shape;
import axial.model.Activation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A residual block: activation(shortcut(x) + body(x)). Parameters: body-N-..., shortcut-N-.... */
final class ResidualKernel implements Kernel {

  private final Setting setting;
  private final Chain body;
  private final Chain shortcut;
  private final Activation activation;
  private final Buffer y;
  private final Buffer split;
  private @Nullable Tensor output;

  ResidualKernel(
      Setting setting, List<Kernel> body, List<Kernel> shortcut, Activation activation, Shape out) {
    this.setting = setting;
    this.body = new Chain(body);
    this.shortcut = new Chain(shortcut);
    this.activation = activation;
    this.y = new Buffer(out);
    this.split = new Buffer(out);
  }

  @Override
  public Tensor forward(Tensor x, boolean training) {
    Tensor made = body.forward(x, training);
    Tensor kept = shortcut.forward(x, training);
    Tensor result = y.tensor(x.images());
    setting.elementwise().sum(made, kept, activation, result);
    output = result;
    return result;
  }

  @Override
  public Tensor backward(Tensor dy, boolean wanted) {
    if (output == null) {
      throw new IllegalStateException("A residual block cannot go back before it went forward.");
    }
    setting.elementwise().back(activation, output, dy, 1);
    // The gradient goes both ways: first where it is left as it is, else from a copy.
    Tensor byBody = body.backward(body.leavesGradient() ? dy : copy(dy), wanted);
    Tensor byShortcut = shortcut.backward(dy, wanted);
    if (wanted) {
      setting.elementwise().add(byBody, byShortcut);
    }
    return byBody;
  }

  private Tensor copy(Tensor dy) {
    Tensor copy = split.tensor(dy.images());
    setting.elementwise().copy(dy, copy);
    return copy;
  }

  @Override
  public boolean leavesGradient() {
    return false;
  }

  @Override
  public long bytes() {
    return body.bytes() + shortcut.bytes() + y.bytes() + split.bytes();
  }

  @Override
  public void close() {
    body.close();
    shortcut.close();
    y.close();
    split.close();
  }
}
