package axial.bench;

import axial.job.Seed;
import axial.model.Batch;
import axial.model.Network;
import axial.model.TrainableModel;
import java.util.Arrays;

/** Makes the first training step of a process, says so, and ends. */
public final class ColdStart {

  private ColdStart() {}

  /** The arguments are a network of the zoo and the size of the batch. */
  public static void main(String[] arguments) {
    Network network = Material.network(arguments[0]);
    int size = Integer.parseInt(arguments[1]);
    TrainableModel model = AxialPeer.engine().create(network, Material.LABELS, new Seed(1));
    double[] weights = new double[size];
    Arrays.fill(weights, 1);
    model.fit(
        new Batch(size, network.input(), new float[size * network.input().size()]),
        Material.truth(size),
        weights,
        new Seed(1));
    System.out.println("@ done");
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }
}
