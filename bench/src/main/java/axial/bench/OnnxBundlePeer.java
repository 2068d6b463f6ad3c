package axial.bench;

import axial.model.PredictionEngine;

/** Axial's bundle for prediction through ONNX Runtime. */
final class OnnxBundlePeer implements Peer {

  private final PredictionEngine engine =
      Components.make(PredictionEngine.class, "axial.predict.onnx.OnnxPredictionEngine");

  @Override
  public String about() {
    return AxialPeer.line(engine.platform());
  }

  @Override
  public Work prepare(Task task) throws Exception {
    return ModelTasks.prepare(
        task,
        engine.prepare(
            Material.network(task.network()),
            Material.LABELS,
            Material.parameters(task.network())));
  }
}
