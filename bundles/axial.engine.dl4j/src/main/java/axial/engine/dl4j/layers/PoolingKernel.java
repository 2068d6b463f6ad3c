package axial.engine.dl4j.layers;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import axial.data.Shape;
import axial.model.Activation;
import axial.model.Layer;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * Maximum or mean over windows.
 *
 * <p>After a ReLU, maximum pooling takes over what the layers before it would have to do to four
 * times as many values: the ReLU's slope (the largest value of a window is above 0 or its gradient
 * is lost) and the scaling of a dropout in between.
 */
final class PoolingKernel implements Kernel {

  /** What the layers before leave to the pooling. */
  record Left(boolean slope, float scale) {
    static final Left NOTHING = new Left(false, 1);
  }

  private final Setting setting;
  private final algorithm kind;
  private final Shape in;
  private final Shape out;
  private final long[] window;
  private final long[] strides;
  private final Padding padding;
  private final Left left;
  private final Buffer y;
  private final Buffer dx;
  private final Sizes<Ready> training;
  private final Sizes<Ready> predicting;
  private @Nullable Tensor output;
  private boolean scaled;

  private PoolingKernel(
      Setting setting,
      algorithm kind,
      Shape in,
      Shape out,
      long[] window,
      long[] strides,
      Padding padding,
      Left left) {
    this.setting = setting;
    this.kind = kind;
    this.in = in;
    this.out = out;
    this.window = window;
    this.strides = strides;
    this.padding = padding;
    this.left = left;
    this.y = new Buffer(out);
    this.dx = new Buffer(in);
    this.training = new Sizes<>(n -> new Ready(n, prop_kind.forward_training));
    this.predicting = new Sizes<>(n -> new Ready(n, prop_kind.forward_inference));
  }

  static PoolingKernel maximum(Setting setting, Layer.MaxPooling layer, Shape in, Left left) {
    Shape out = layer.output(in);
    return new PoolingKernel(
        setting,
        algorithm.pooling_max,
        in,
        out,
        new long[] {layer.size(), layer.size()},
        new long[] {layer.stride(), layer.stride()},
        Padding.of(in, out, layer.size(), layer.size(), layer.stride()),
        left);
  }

  static PoolingKernel globalMean(Setting setting, Shape in) {
    long[] all = {in.height(), in.width()};
    return new PoolingKernel(
        setting,
        algorithm.pooling_avg_exclude_padding,
        in,
        new Shape(1, 1, in.channels()),
        all,
        all,
        new Padding(new long[2], new long[2]),
        Left.NOTHING);
  }

  @Override
  public Tensor forward(Tensor x, boolean train) {
    Tensor result = y.tensor(x.images());
    (train ? training : predicting).of(x.images()).forward(x, result);
    scaled = train && left.scale() != 1;
    if (scaled) {
      setting.elementwise().scale(result, left.scale());
    }
    output = result;
    return result;
  }

  @Override
  public Tensor backward(Tensor dy, boolean wanted) {
    if (output == null) {
      throw new IllegalStateException("A pooling cannot go back before it went forward.");
    }
    if (!wanted) {
      return dy;
    }
    float scale = scaled ? left.scale() : 1;
    setting
        .elementwise()
        .back(left.slope() ? Activation.RELU : Activation.LINEAR, output, dy, scale);
    Tensor result = dx.tensor(dy.images());
    training.of(dy.images()).backward(dy, result);
    return result;
  }

  @Override
  public boolean leavesGradient() {
    return !left.slope() && left.scale() == 1;
  }

  @Override
  public long bytes() {
    return y.bytes() + dx.bytes() + training.sum(Ready::bytes);
  }

  @Override
  public void close() {
    training.close();
    predicting.close();
    y.close();
    dx.close();
  }

  private final class Ready implements AutoCloseable {
    private final Call forward;
    private final @Nullable Call backward;
    private final @Nullable BytePointer places;

    Ready(int images, prop_kind kindOfPass) {
      OneDnn dnn = setting.dnn();
      pooling_forward.primitive_desc f =
          new pooling_forward.primitive_desc(
              new pooling_forward.desc(
                  kindOfPass,
                  kind,
                  Descs.nhwc(images, in),
                  Descs.nhwc(images, out),
                  strides,
                  window,
                  padding.before(),
                  padding.after()),
              dnn.engine());
      forward =
          new Call(dnn, new pooling_forward(f))
              .with(DNNL_ARG_SRC, f.src_desc())
              .with(DNNL_ARG_DST, f.dst_desc());
      if (kindOfPass == prop_kind.forward_inference) {
        backward = null;
        places = null;
        return;
      }
      pooling_backward.primitive_desc b =
          new pooling_backward.primitive_desc(
              new pooling_backward.desc(
                  kind,
                  Descs.nhwc(images, in),
                  Descs.nhwc(images, out),
                  strides,
                  window,
                  padding.before(),
                  padding.after()),
              dnn.engine(),
              f);
      backward =
          new Call(dnn, new pooling_backward(b))
              .with(DNNL_ARG_DIFF_DST, b.diff_dst_desc())
              .with(DNNL_ARG_DIFF_SRC, b.diff_src_desc());
      long bytes = f.workspace_desc().get_size();
      if (bytes == 0) {
        places = null;
      } else {
        places = new BytePointer(bytes);
        forward.with(DNNL_ARG_WORKSPACE, f.workspace_desc());
        backward.with(DNNL_ARG_WORKSPACE, b.workspace_desc());
        forward.at(DNNL_ARG_WORKSPACE, places.address());
        backward.at(DNNL_ARG_WORKSPACE, places.address());
      }
    }

    void forward(Tensor x, Tensor result) {
      forward.at(DNNL_ARG_SRC, x.address()).at(DNNL_ARG_DST, result.address()).run();
    }

    void backward(Tensor dy, Tensor result) {
      if (backward == null) {
        throw new IllegalStateException("A prediction cannot go back.");
      }
      backward.at(DNNL_ARG_DIFF_DST, dy.address()).at(DNNL_ARG_DIFF_SRC, result.address()).run();
    }

    long bytes() {
      return places == null ? 0 : places.capacity();
    }

    @Override
    public void close() {
      forward.close();
      if (backward != null) {
        backward.close();
      }
      if (places != null) {
        places.close();
      }
    }
  }
}
