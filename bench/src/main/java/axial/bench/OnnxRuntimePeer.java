package axial.bench;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import axial.data.Shape;
import axial.model.Batch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** ONNX Runtime called directly, on the file that Axial exports. */
final class OnnxRuntimePeer implements Peer {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();

  @Override
  public String about() {
    return "ONNX Runtime " + environment.getVersion();
  }

  @Override
  public Work prepare(Task task) throws Exception {
    Path file = Material.FOLDER.resolve(task.network() + ".onnx");
    if (!task.kind().equals("predict") || !Files.exists(file)) {
      throw new UnsupportedOperationException("there is no ONNX file of " + task.network());
    }
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(Integer.getInteger("bench.threads"));
    OrtSession session = environment.createSession(file.toString(), options);
    NodeInfo node = session.getInputInfo().values().iterator().next();
    String input = node.getName();
    long[] shape = ((TensorInfo) node.getInfo()).getShape();
    boolean channelsLast = shape[3] == Material.INPUT.channels();
    shape[0] = task.size();
    FloatBuffer values = values(Material.batch(task.size()), channelsLast);
    return () -> {
      try (OnnxTensor images = OnnxTensor.createTensor(environment, values, shape);
          OrtSession.Result result = session.run(Map.of(input, images))) {
        return positive((OnnxTensor) result.get(0), task.size());
      }
    };
  }

  private static FloatBuffer values(Batch batch, boolean channelsLast) {
    FloatBuffer values =
        ByteBuffer.allocateDirect(4 * batch.values().length)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    if (channelsLast) {
      return values.put(batch.values()).flip();
    }
    return values.put(channelsFirst(batch)).flip();
  }

  /** The values of a batch, NCHW. */
  static float[] channelsFirst(Batch batch) {
    Shape shape = batch.shape();
    int plane = shape.height() * shape.width();
    float[] turned = new float[batch.values().length];
    for (int i = 0; i < turned.length; i++) {
      int image = i / shape.size();
      int channel = i / plane % shape.channels();
      turned[i] = batch.values()[image * shape.size() + i % plane * shape.channels() + channel];
    }
    return turned;
  }

  private static double[] positive(OnnxTensor probabilities, int size) throws OrtException {
    FloatBuffer values = probabilities.getFloatBuffer();
    int units = values.remaining() / size;
    double[] positive = new double[size];
    for (int i = 0; i < size; i++) {
      positive[i] = values.get(i * units + (units == 1 ? 0 : Material.LABELS.positive()));
    }
    return positive;
  }
}
