package axial.engine.dl4j.layers;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;

import axial.data.Shape;
import axial.model.Layer;
import java.nio.FloatBuffer;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.jspecify.annotations.Nullable;

/**
 * Batch normalisation. Parameters: gamma, beta, moving_mean, moving_variance; the last two follow
 * each training batch (variance not corrected for the sample's size, as Keras does) and have no
 * gradient. Gamma and beta follow each other in memory, as oneDNN wants its "scale and shift".
 */
final class NormalizationKernel implements Kernel {

  private final Setting setting;
  private final Layer.BatchNormalization layer;
  private final Shape shape;
  private final Parameters parameters;
  private final Buffer y;
  private final Buffer dx;
  private final Buffer statistics;
  private final Sizes<Ready> training;
  private final Sizes<Ready> predicting;
  private @Nullable Tensor input;

  NormalizationKernel(
      Setting setting, Layer.BatchNormalization layer, Shape shape, Parameters parameters) {
    this.setting = setting;
    this.layer = layer;
    this.shape = shape;
    this.parameters = parameters;
    this.y = new Buffer(shape);
    this.dx = new Buffer(shape);
    this.statistics = new Buffer(new Shape(1, 1, shape.channels()));
    this.training = new Sizes<>(n -> new Ready(n, true));
    this.predicting = new Sizes<>(n -> new Ready(n, false));
  }

  @Override
  public Tensor forward(Tensor x, boolean train) {
    Tensor result = y.tensor(x.images());
    Ready ready = (train ? training : predicting).of(x.images());
    long mean = train ? mean() : parameters.value("moving_mean");
    long variance = train ? variance() : parameters.value("moving_variance");
    ready
        .forward
        .at(DNNL_ARG_SRC, x.address())
        .at(DNNL_ARG_SCALE_SHIFT, parameters.value("gamma"))
        .at(DNNL_ARG_MEAN, mean)
        .at(DNNL_ARG_VARIANCE, variance)
        .at(DNNL_ARG_DST, result.address())
        .run();
    if (train) {
      follow(parameters.value("moving_mean"), mean);
      follow(parameters.value("moving_variance"), variance);
    }
    input = x;
    return result;
  }

  private long mean() {
    return statistics.tensor(2).address();
  }

  private long variance() {
    return mean() + (long) Float.BYTES * shape.channels();
  }

  private void follow(long average, long value) {
    FloatBuffer moving = new Address(average, shape.channels()).asBuffer();
    FloatBuffer now = new Address(value, shape.channels()).asBuffer();
    for (int c = 0; c < shape.channels(); c++) {
      double kept = layer.momentum() * moving.get(c);
      moving.put(c, (float) (kept + (1 - layer.momentum()) * now.get(c)));
    }
  }

  @Override
  public Tensor backward(Tensor dy, boolean wanted) {
    if (input == null) {
      throw new IllegalStateException("A normalisation cannot go back before it went forward.");
    }
    Tensor result = dx.tensor(dy.images());
    Call backward = training.of(dy.images()).backward;
    if (backward == null) {
      throw new IllegalStateException("A prediction cannot go back.");
    }
    backward
        .at(DNNL_ARG_SRC, input.address())
        .at(DNNL_ARG_MEAN, mean())
        .at(DNNL_ARG_VARIANCE, variance())
        .at(DNNL_ARG_DIFF_DST, dy.address())
        .at(DNNL_ARG_SCALE_SHIFT, parameters.value("gamma"))
        .at(DNNL_ARG_DIFF_SRC, result.address())
        .at(DNNL_ARG_DIFF_SCALE_SHIFT, parameters.gradient("gamma"))
        .run();
    return result;
  }

  @Override
  public boolean leavesGradient() {
    return true;
  }

  @Override
  public long bytes() {
    return y.bytes() + dx.bytes() + statistics.bytes();
  }

  @Override
  public void close() {
    training.close();
    predicting.close();
    y.close();
    dx.close();
    statistics.close();
  }

  private final class Ready implements AutoCloseable {
    final Call forward;
    final @Nullable Call backward;

    Ready(int images, boolean train) {
      OneDnn dnn = setting.dnn();
      int affine = normalization_flags.use_scale_shift.value;
      batch_normalization_forward.primitive_desc f =
          new batch_normalization_forward.primitive_desc(
              new batch_normalization_forward.desc(
                  (train ? prop_kind.forward_training : prop_kind.forward_inference).value,
                  Descs.nhwc(images, shape),
                  (float) layer.epsilon(),
                  train ? affine : affine | normalization_flags.use_global_stats.value),
              dnn.engine());
      forward =
          statistics(new Call(dnn, new batch_normalization_forward(f)), images)
              .with(DNNL_ARG_DST, f.dst_desc());
      if (!train) {
        backward = null;
        return;
      }
      batch_normalization_backward.primitive_desc b =
          new batch_normalization_backward.primitive_desc(
              new batch_normalization_backward.desc(
                  prop_kind.backward.value,
                  Descs.nhwc(images, shape),
                  Descs.nhwc(images, shape),
                  (float) layer.epsilon(),
                  affine),
              dnn.engine(),
              f);
      backward =
          statistics(new Call(dnn, new batch_normalization_backward(b)), images)
              .with(DNNL_ARG_DIFF_DST, b.diff_dst_desc())
              .with(DNNL_ARG_DIFF_SRC, b.diff_src_desc())
              .with(DNNL_ARG_DIFF_SCALE_SHIFT, Descs.nc(2, shape.channels()));
    }

    private Call statistics(Call call, int images) {
      return call.with(DNNL_ARG_SRC, Descs.nhwc(images, shape))
          .with(DNNL_ARG_SCALE_SHIFT, Descs.nc(2, shape.channels()))
          .with(DNNL_ARG_MEAN, Descs.x(shape.channels()))
          .with(DNNL_ARG_VARIANCE, Descs.x(shape.channels()));
    }

    @Override
    public void close() {
      forward.close();
      if (backward != null) {
        backward.close();
      }
    }
  }
}
