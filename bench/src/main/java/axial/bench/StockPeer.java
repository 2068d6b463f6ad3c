package axial.bench;

import java.io.File;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j's own layers and updaters, on the native library that is on the class path. */
final class StockPeer implements Peer {

  private final boolean helpers;

  /**
   * A peer.
   *
   * @param helpers whether DL4J's oneDNN helpers are engaged; they are off by default
   */
  StockPeer(boolean helpers) {
    this.helpers = helpers;
    if (helpers) {
      System.setProperty("org.eclipse.deeplearning4j.helpers.disable", "false");
      System.setProperty("org.bytedeco.javacpp.platform.extension", "-onednn");
      requireRenamedClass();
    }
    System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
  }

  /** The helpers look for a class that this version renamed; Axial's wrapper brings it back. */
  private static void requireRenamedClass() {
    try {
      Class.forName("org.nd4j.nativeblas.Nd4jCpu$Environment");
    } catch (ClassNotFoundException absent) {
      throw new UnsupportedOperationException("nothing engages DL4J's oneDNN helpers", absent);
    }
  }

  @Override
  public String about() {
    return "DL4J 1.0.0-M2.1, oneDNN helpers %s, %s threads"
        .formatted(
            helpers ? "on" : "off",
            Nd4j.getExecutioner().getEnvironmentInformation().get("omp.threads"));
  }

  @Override
  public Work prepare(Task task) throws Exception {
    StockNetwork stock = new StockNetwork(Material.network(task.network()));
    INDArray images =
        Nd4j.createFromArray(OnnxRuntimePeer.channelsFirst(Material.batch(task.size())))
            .reshape(
                task.size(),
                Material.INPUT.channels(),
                Material.INPUT.height(),
                Material.INPUT.width());
    INDArray truth =
        Nd4j.createFromArray(Material.truth(task.size()))
            .castTo(images.dataType())
            .reshape(task.size(), 1);
    boolean train = task.kind().equals("train");
    if (!train && !task.kind().equals("predict")) {
      throw new UnsupportedOperationException("it does not " + task.kind());
    }
    File saved = Material.FOLDER.resolve(task.network() + ".zip").toFile();
    if (stock.isChain()) {
      MultiLayerNetwork net = stock.chain();
      if (saved.exists()) {
        net.setParams(ModelSerializer.restoreMultiLayerNetwork(saved, false).params());
      }
      return () -> {
        if (train) {
          net.fit(images, truth);
          return new double[] {net.score()};
        }
        return net.output(images, false).toDoubleVector();
      };
    }
    ComputationGraph net = stock.graph();
    if (saved.exists()) {
      net.setParams(ModelSerializer.restoreComputationGraph(saved, false).params());
    }
    return () -> {
      if (train) {
        net.fit(new INDArray[] {images}, new INDArray[] {truth});
        return new double[] {net.score()};
      }
      return net.outputSingle(false, images).toDoubleVector();
    };
  }
}
