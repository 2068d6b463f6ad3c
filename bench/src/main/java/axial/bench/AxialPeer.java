package axial.bench;

import axial.job.Seed;
import axial.model.Batch;
import axial.model.Engine;
import axial.model.TrainableModel;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Axial's engine, as it ships. */
final class AxialPeer implements Peer {

  private final Engine engine = engine();

  static Engine engine() {
    return Components.make(Engine.class, "axial.engine.dl4j.Dl4jEngine");
  }

  /** What a service says that it runs on, without folders. */
  static String line(Map<String, String> platform) {
    return platform.entrySet().stream()
        .filter(entry -> !entry.getValue().startsWith("/"))
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  @Override
  public String about() {
    return line(engine.platform());
  }

  @Override
  public Work prepare(Task task) throws Exception {
    TrainableModel model =
        engine.create(Material.network(task.network()), Material.LABELS, new Seed(1));
    if (!task.kind().equals("train")) {
      return ModelTasks.prepare(task, model);
    }
    Batch batch = Material.batch(task.size());
    int[] truth = Material.truth(task.size());
    double[] weights = new double[task.size()];
    Arrays.fill(weights, 1);
    long[] step = {0};
    return () -> new double[] {model.fit(batch, truth, weights, new Seed(++step[0])).loss()};
  }
}
