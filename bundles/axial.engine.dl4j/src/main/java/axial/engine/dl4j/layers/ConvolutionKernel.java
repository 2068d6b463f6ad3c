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
import axial.model.Layer;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * Convolution with bias and activation. Parameters: kernel (HWIO), bias; oneDNN's own order of the
 * kernel is made anew for each pass, which costs next to nothing.
 */
final class ConvolutionKernel implements Kernel {

  private final Setting setting;
  private final Layer.Convolution layer;
  private final Shape in;
  private final Shape out;
  private final long[] strides;
  private final Padding padding;
  private final boolean slopeAhead;
  private final Parameters parameters;
  private final Buffer y;
  private final Buffer dx;
  private final Sizes<Forward> forwards;
  private final Sizes<Backward> backwards;
  private @Nullable Tensor input;
  private @Nullable Tensor output;

  /**
   * A convolution.
   *
   * @param slopeAhead whether the layer after it multiplies the gradient by the activation's slope
   */
  ConvolutionKernel(
      Setting setting,
      Layer.Convolution layer,
      Shape in,
      Parameters parameters,
      boolean slopeAhead) {
    this.setting = setting;
    this.layer = layer;
    this.in = in;
    this.out = layer.output(in);
    this.strides = new long[] {layer.stride(), layer.stride()};
    this.padding = Padding.of(in, out, layer.kernelHeight(), layer.kernelWidth(), layer.stride());
    this.parameters = parameters;
    this.slopeAhead = slopeAhead;
    this.y = new Buffer(out);
    this.dx = new Buffer(in);
    this.forwards = new Sizes<>(Forward::new);
    this.backwards = new Sizes<>(Backward::new);
  }

  @Override
  public Tensor forward(Tensor x, boolean training) {
    Tensor result = y.tensor(x.images());
    forwards.of(x.images()).run(x, result);
    if (layer.activation() == Activation.SOFTMAX) {
      setting.elementwise().softmax(result);
    }
    input = x;
    output = result;
    return result;
  }

  @Override
  public Tensor backward(Tensor dy, boolean wanted) {
    if (input == null || output == null) {
      throw new IllegalStateException("A convolution cannot go back before it went forward.");
    }
    if (!slopeAhead) {
      setting.elementwise().back(layer.activation(), output, dy, 1);
    }
    return backwards.of(dy.images()).run(input, dy, wanted);
  }

  @Override
  public boolean leavesGradient() {
    return slopeAhead || layer.activation() == Activation.LINEAR;
  }

  @Override
  public long bytes() {
    return y.bytes() + dx.bytes();
  }

  @Override
  public void close() {
    forwards.close();
    backwards.close();
    y.close();
    dx.close();
  }

  private convolution_forward.primitive_desc describe(int images) {
    return new convolution_forward.primitive_desc(
        new convolution_forward.desc(
            prop_kind.forward_training,
            algorithm.convolution_direct,
            Descs.nhwc(images, in),
            kernel(memory.format_tag.any),
            Descs.x(out.channels()),
            Descs.nhwc(images, out),
            strides,
            padding.before(),
            padding.after()),
        Activations.after(layer.activation()),
        setting.dnn().engine());
  }

  private memory.desc kernel(memory.format_tag tag) {
    return Descs.of(tag, out.channels(), in.channels(), layer.kernelHeight(), layer.kernelWidth());
  }

  private final class Forward implements AutoCloseable {
    private final Reordered weights;
    private final Call call;

    Forward(int images) {
      convolution_forward.primitive_desc desc = describe(images);
      weights = Reordered.from(setting.dnn(), kernel(memory.format_tag.hwio), desc.weights_desc());
      call =
          new Call(setting.dnn(), new convolution_forward(desc))
              .with(DNNL_ARG_SRC, desc.src_desc())
              .with(DNNL_ARG_WEIGHTS, desc.weights_desc())
              .with(DNNL_ARG_BIAS, desc.bias_desc())
              .with(DNNL_ARG_DST, desc.dst_desc());
    }

    void run(Tensor x, Tensor result) {
      call.at(DNNL_ARG_SRC, x.address())
          .at(DNNL_ARG_WEIGHTS, weights.bring(parameters.value("kernel")))
          .at(DNNL_ARG_BIAS, parameters.value("bias"))
          .at(DNNL_ARG_DST, result.address())
          .run();
    }

    @Override
    public void close() {
      call.close();
      weights.close();
    }
  }

  private final class Backward implements AutoCloseable {
    private final Reordered weights;
    private final Reordered gradient;
    private final Call byWeights;
    private final Call byInput;

    Backward(int images) {
      OneDnn dnn = setting.dnn();
      convolution_forward.primitive_desc hint = describe(images);
      convolution_backward_weights.primitive_desc w =
          new convolution_backward_weights.primitive_desc(
              new convolution_backward_weights.desc(
                  algorithm.convolution_direct,
                  Descs.nhwc(images, in),
                  kernel(memory.format_tag.any),
                  Descs.x(out.channels()),
                  Descs.nhwc(images, out),
                  strides,
                  padding.before(),
                  padding.after()),
              dnn.engine(),
              hint);
      convolution_backward_data.primitive_desc d =
          new convolution_backward_data.primitive_desc(
              new convolution_backward_data.desc(
                  algorithm.convolution_direct,
                  Descs.nhwc(images, in),
                  kernel(memory.format_tag.any),
                  Descs.nhwc(images, out),
                  strides,
                  padding.before(),
                  padding.after()),
              dnn.engine(),
              hint);
      gradient = Reordered.to(dnn, w.diff_weights_desc(), kernel(memory.format_tag.hwio));
      weights = Reordered.from(dnn, kernel(memory.format_tag.hwio), d.weights_desc());
      byWeights =
          new Call(dnn, new convolution_backward_weights(w))
              .with(DNNL_ARG_SRC, w.src_desc())
              .with(DNNL_ARG_DIFF_DST, w.diff_dst_desc())
              .with(DNNL_ARG_DIFF_WEIGHTS, w.diff_weights_desc())
              .with(DNNL_ARG_DIFF_BIAS, w.diff_bias_desc());
      byInput =
          new Call(dnn, new convolution_backward_data(d))
              .with(DNNL_ARG_DIFF_DST, d.diff_dst_desc())
              .with(DNNL_ARG_WEIGHTS, d.weights_desc())
              .with(DNNL_ARG_DIFF_SRC, d.diff_src_desc());
    }

    Tensor run(Tensor x, Tensor dy, boolean wanted) {
      byWeights
          .at(DNNL_ARG_SRC, x.address())
          .at(DNNL_ARG_DIFF_DST, dy.address())
          .at(DNNL_ARG_DIFF_WEIGHTS, gradient.place(parameters.gradient("kernel")))
          .at(DNNL_ARG_DIFF_BIAS, parameters.gradient("bias"))
          .run();
      gradient.take(parameters.gradient("kernel"));
      if (!wanted) {
        return dy;
      }
      Tensor result = dx.tensor(x.images());
      byInput
          .at(DNNL_ARG_DIFF_DST, dy.address())
          .at(DNNL_ARG_WEIGHTS, weights.bring(parameters.value("kernel")))
          .at(DNNL_ARG_DIFF_SRC, result.address())
          .run();
      return result;
    }

    @Override
    public void close() {
      byWeights.close();
      byInput.close();
      weights.close();
      gradient.close();
    }
  }
}
