package axial.engine.dl4j.layers;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import axial.data.Shape;
import axial.model.Activation;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.inner_product_backward_data;
import org.bytedeco.dnnl.inner_product_backward_weights;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * Fully connected layer with bias and activation. Parameters: kernel {@code [in][out]}, bias. Its
 * input is read as one vector an image, rows, columns and channels as they stand.
 */
final class DenseKernel implements Kernel {

  private final Setting setting;
  private final Activation activation;
  private final Shape in;
  private final int units;
  private final Parameters parameters;
  private final Buffer y;
  private final Buffer dx;
  private final Sizes<Ready> ready;
  private @Nullable Tensor input;
  private @Nullable Tensor output;

  DenseKernel(Setting setting, Activation activation, Shape in, int units, Parameters parameters) {
    this.setting = setting;
    this.activation = activation;
    this.in = in;
    this.units = units;
    this.parameters = parameters;
    this.y = new Buffer(new Shape(1, 1, units));
    this.dx = new Buffer(in);
    this.ready = new Sizes<>(Ready::new);
  }

  @Override
  public Tensor forward(Tensor x, boolean training) {
    Tensor result = y.tensor(x.images());
    ready
        .of(x.images())
        .forward
        .at(DNNL_ARG_SRC, x.address())
        .at(DNNL_ARG_WEIGHTS, parameters.value("kernel"))
        .at(DNNL_ARG_BIAS, parameters.value("bias"))
        .at(DNNL_ARG_DST, result.address())
        .run();
    if (activation == Activation.SOFTMAX) {
      setting.elementwise().softmax(result);
    }
    input = x;
    output = result;
    return result;
  }

  @Override
  public Tensor backward(Tensor dy, boolean wanted) {
    if (input == null || output == null) {
      throw new IllegalStateException("A dense layer cannot go back before it went forward.");
    }
    setting.elementwise().back(activation, output, dy, 1);
    Ready now = ready.of(dy.images());
    now.byWeights
        .at(DNNL_ARG_SRC, input.address())
        .at(DNNL_ARG_DIFF_DST, dy.address())
        .at(DNNL_ARG_DIFF_WEIGHTS, parameters.gradient("kernel"))
        .at(DNNL_ARG_DIFF_BIAS, parameters.gradient("bias"))
        .run();
    if (!wanted) {
      return dy;
    }
    Tensor result = dx.tensor(dy.images());
    now.byInput
        .at(DNNL_ARG_DIFF_DST, dy.address())
        .at(DNNL_ARG_WEIGHTS, parameters.value("kernel"))
        .at(DNNL_ARG_DIFF_SRC, result.address())
        .run();
    return result;
  }

  @Override
  public boolean leavesGradient() {
    return activation == Activation.LINEAR;
  }

  @Override
  public long bytes() {
    return y.bytes() + dx.bytes();
  }

  @Override
  public void close() {
    ready.close();
    y.close();
    dx.close();
  }

  private final class Ready implements AutoCloseable {
    final Call forward;
    final Call byWeights;
    final Call byInput;

    Ready(int images) {
      OneDnn dnn = setting.dnn();
      memory.desc src = Descs.nc(images, in.size());
      memory.desc kernel = Descs.of(memory.format_tag.io, units, in.size());
      memory.desc bias = Descs.x(units);
      memory.desc dst = Descs.nc(images, units);
      inner_product_forward.primitive_desc f =
          new inner_product_forward.primitive_desc(
              new inner_product_forward.desc(prop_kind.forward_training, src, kernel, bias, dst),
              Activations.after(activation),
              dnn.engine());
      forward =
          new Call(dnn, new inner_product_forward(f))
              .with(DNNL_ARG_SRC, src)
              .with(DNNL_ARG_WEIGHTS, kernel)
              .with(DNNL_ARG_BIAS, bias)
              .with(DNNL_ARG_DST, dst);
      byWeights =
          new Call(
                  dnn,
                  new inner_product_backward_weights(
                      new inner_product_backward_weights.primitive_desc(
                          new inner_product_backward_weights.desc(src, kernel, bias, dst),
                          dnn.engine(),
                          f)))
              .with(DNNL_ARG_SRC, src)
              .with(DNNL_ARG_DIFF_DST, dst)
              .with(DNNL_ARG_DIFF_WEIGHTS, kernel)
              .with(DNNL_ARG_DIFF_BIAS, bias);
      byInput =
          new Call(
                  dnn,
                  new inner_product_backward_data(
                      new inner_product_backward_data.primitive_desc(
                          new inner_product_backward_data.desc(src, kernel, dst), dnn.engine(), f)))
              .with(DNNL_ARG_DIFF_DST, dst)
              .with(DNNL_ARG_WEIGHTS, kernel)
              .with(DNNL_ARG_DIFF_SRC, src);
    }

    @Override
    public void close() {
      forward.close();
      byWeights.close();
      byInput.close();
    }
  }
}
