package axial.engine.dl4j;

import axial.engine.dl4j.layers.OwnLayerWork;
import axial.job.Seed;
import axial.model.Batch;
import axial.model.ImageWriter;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** How a network is computed: with Axial's own layers, or with DL4J's. Used in the runtime only. */
interface Computation extends AutoCloseable {

  /** The network, whose parameters and gradients stand in one vector each. */
  MultiLayerNetwork net();

  /**
   * One pass forward and back; leaves the gradient of the mean loss in the network.
   *
   * @param targets {@code [n][units]}
   */
  CrossEntropy learn(Batch batch, double[][] targets, double[] weights, Seed seed);

  /** The outputs of the last layer, {@code [count][units]}, for images {@code first} on. */
  double[][] predict(int first, int count, ImageWriter images);

  /** How many images it predicts best at a time. */
  int predictedAtOnce();

  /** Bytes of native memory that a training step needs for each image. */
  long bytesPerImage();

  /** Bytes of native memory that it holds, parameters not counted; 0 when unknown. */
  long bytes();

  /** Whether the vectors have Keras's order of arrays; else they have DL4J's. */
  boolean inKerasOrder();

  /** Own layers at work, for their times; empty for DL4J's. */
  List<OwnLayerWork> own();

  @Override
  void close();
}
