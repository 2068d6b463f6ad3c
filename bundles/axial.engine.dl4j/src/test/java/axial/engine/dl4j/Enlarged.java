package axial.engine.dl4j;

import axial.engine.dl4j.layers.OwnLayerWork;
import axial.job.Seed;
import axial.model.Batch;
import axial.model.ImageWriter;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** A computation that says it needs more memory than it does. */
record Enlarged(Computation real, long bytesPerImage) implements Computation {

  @Override
  public MultiLayerNetwork net() {
    return real.net();
  }

  @Override
  public CrossEntropy learn(Batch batch, double[][] targets, double[] weights, Seed seed) {
    return real.learn(batch, targets, weights, seed);
  }

  @Override
  public double[][] predict(int first, int count, ImageWriter images) {
    return real.predict(first, count, images);
  }

  @Override
  public int predictedAtOnce() {
    return real.predictedAtOnce();
  }

  @Override
  public long bytes() {
    return 0;
  }

  @Override
  public boolean inKerasOrder() {
    return real.inKerasOrder();
  }

  @Override
  public List<OwnLayerWork> own() {
    return real.own();
  }

  @Override
  public void close() {
    real.close();
  }
}
