package axial.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import axial.job.ProblemException;
import axial.job.Seed;
import axial.model.Layer;
import axial.model.Network;
import axial.model.Optimizer;
import axial.model.TrainableModel;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.junit.jupiter.api.Test;

class SteadyMemoryTest {

  private static final Network NETWORK = Small.convolutional(Optimizer.Adam.keras());

  private static void train(TrainableModel model, int steps) {
    for (int step = 0; step < steps; step++) {
      int images = 5 + step % 3;
      model.fit(
          Small.batch(images, step),
          Small.truth(images, Small.TWO),
          Small.ones(images),
          new Seed(step));
      if (step % 10 == 0) {
        model.predict(Small.batch(4, step));
      }
    }
  }

  @Test
  void twoThousandStepsTakeNoMoreMemoryThanAHundred() throws InterruptedException {
    Dl4jEngine engine = Small.engine();
    assertThat(engine.nativeBytes()).isZero();
    try (TrainableModel model = engine.create(NETWORK, Small.TWO, new Seed(1))) {
      train(model, 100);
      long held = engine.nativeBytes();
      assertThat(held).isPositive();
      long bytes = settled(0);
      train(model, 2000);
      assertThat(engine.nativeBytes()).isEqualTo(held);
      assertThat(settled(bytes)).as("bytes of native memory").isLessThanOrEqualTo(bytes);
    }
    assertThat(engine.nativeBytes()).isZero();
  }

  /** Native bytes once what nobody holds is given back; asks again until few enough are left. */
  private static long settled(long enough) throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 20 && least > enough; attempt++) {
      ReferenceQueue<Object> collected = new ReferenceQueue<>();
      WeakReference<Object> garbage = new WeakReference<>(new Object(), collected);
      System.gc();
      assertThat(collected.remove(10_000)).as("the garbage is collected").isSameAs(garbage);
      least = Math.min(least, Pointer.totalBytes());
    }
    return least;
  }

  @Test
  void aBatchThatWouldNotFitIsRefusedWithOneThatWould() {
    assertThat(Small.engine().platform()).isNotEmpty(); // ND4J is started
    StockComputation small = new StockComputation(NETWORK);
    Computation huge = new Enlarged(small, Memory.available() / 10);
    assertThatThrownBy(() -> Memory.needed(() -> 1, 64, Small.INPUT, huge))
        .isInstanceOf(ProblemException.class)
        .hasMessageMatching(
            "There is not enough memory for 64 images of 9x7x2 at once\\. Use a smaller batch; about"
                + " --batch (8|9|10|11) would fit\\.");
    assertThat(Memory.needed(() -> 7, 2, Small.INPUT, huge)).isEqualTo(7);
    assertThatThrownBy(
            () ->
                Memory.needed(
                    () -> {
                      throw new OutOfMemoryError("Failed to allocate [99] bytes");
                    },
                    8,
                    Small.INPUT,
                    small))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("about --batch 4 would fit");
  }

  /** Training in NHWC through DL4J's oneDNN layers gives wrong gradients and can end the JVM. */
  @Test
  void dl4jsLayersAreNeverUsedChannelsLast() {
    for (MultiLayerConfiguration configuration :
        List.of(Configurations.forTraining(NETWORK), Configurations.chain(NETWORK))) {
      configuration
          .getConfs()
          .forEach(
              c -> {
                if (c.getLayer() instanceof ConvolutionLayer layer) {
                  assertThat(layer.getCnn2dDataFormat()).isEqualTo(CNN2DFormat.NCHW);
                }
                if (c.getLayer() instanceof SubsamplingLayer layer) {
                  assertThat(layer.getCnn2dDataFormat()).isEqualTo(CNN2DFormat.NCHW);
                }
              });
    }
  }

  @Test
  void withoutOneDnnAUserIsToldAndResidualBlocksAreRefusedInWords() {
    Dl4jEngine stock = Small.engine("stock");
    assertThat(stock.platform()).containsKey("note");
    assertThat(Small.engine("own").platform()).doesNotContainKey("note");
    Network residual =
        Small.softmax(
            Optimizer.Adam.keras(),
            new Layer.Residual(
                List.of(new Layer.BatchNormalization(0.9, 1e-3)),
                List.of(),
                axial.model.Activation.RELU),
            new Layer.Flatten());
    assertThatThrownBy(() -> stock.create(residual, Small.THREE, new Seed(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("has residual blocks");
  }

  @Test
  void aVariantOfTheLibraryIsTakenOnlyWhereTheProcessorRunsIt() {
    Processor old = new Processor(2, java.util.Set.of("sse4_2", "avx"));
    assertThat(old.runs("-onednn")).isTrue();
    assertThat(old.runs("-onednn-avx2")).isFalse();
    assertThat(old.runs("-avx512")).isFalse();
    Processor current =
        new Processor(
            2, java.util.Set.of("avx2", "fma", "avx512f", "avx512bw", "avx512dq", "avx512vl"));
    assertThat(current.runs("-onednn-avx512")).isTrue();
    assertThat(current.runs("-onednn-avx2")).isTrue();
    assertThat(Processor.here(key -> "3").threads()).isEqualTo(3);
    assertThat(Processor.here(key -> null).threads()).isPositive();
  }
}
