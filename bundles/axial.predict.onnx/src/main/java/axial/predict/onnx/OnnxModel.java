package axial.predict.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import axial.data.Labels;
import axial.data.Shape;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.Batch;
import axial.model.ImageWriter;
import axial.model.Model;
import axial.model.Network;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A network in ONNX Runtime. Calls run at the same time; closing waits for those under way. */
final class OnnxModel implements Model {

  private static final long WORTH_SEVERAL_THREADS = 100_000;

  private final Network network;
  private final Labels labels;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Consumer<OnnxModel> closing;
  private final InputMemory memory;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
  private boolean closed;

  /** Takes over a session; {@code closing} is told when it is closed. */
  OnnxModel(
      Network network,
      Labels labels,
      OrtEnvironment environment,
      OrtSession session,
      Consumer<OnnxModel> closing) {
    this.network = network;
    this.labels = labels;
    this.environment = environment;
    this.session = session;
    this.closing = closing;
    this.memory = new InputMemory(network);
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public Labels labels() {
    return labels;
  }

  @Override
  public double[][] predict(Batch batch) {
    if (!batch.shape().equals(network.input())) {
      throw new IllegalArgumentException(
          "The network %s needs images of %s, not %s."
              .formatted(network.name(), network.input(), batch.shape()));
    }
    int size = batch.shape().size();
    return predict(batch.size(), (index, values) -> values.put(batch.values(), index * size, size));
  }

  @Override
  public double[][] predict(int count, ImageWriter images) {
    int size = network.input().size();
    double[][] all = new double[count][];
    FloatBuffer values = memory.take();
    try {
      for (int from = 0; from < count; from += memory.images()) {
        int some = Math.min(memory.images(), count - from);
        write(images, from, some, values);
        float[] outputs = run(values.slice(0, some * size), some);
        for (int i = 0; i < some; i++) {
          all[from + i] = byClass(outputs, i);
        }
      }
      return all;
    } finally {
      memory.give(values);
    }
  }

  @Override
  public int predictedAtOnce() {
    return memory.images();
  }

  /** Several threads write, because the cores have nothing else to do until the piece is full. */
  private void write(ImageWriter images, int from, int count, FloatBuffer values) {
    int size = network.input().size();
    IntStream indexes = IntStream.range(0, count);
    (count * (long) size < WORTH_SEVERAL_THREADS ? indexes : indexes.parallel())
        .forEach(i -> images.write(from + i, values.slice(i * size, size)));
  }

  private float[] run(FloatBuffer values, int count) {
    Shape shape = network.input();
    long[] dimensions = {count, shape.height(), shape.width(), shape.channels()};
    Lock reading = lock.readLock();
    reading.lock();
    try {
      if (closed) {
        throw new IllegalStateException("The model " + network.name() + " is closed.");
      }
      try (OnnxTensor input = OnnxTensor.createTensor(environment, values, dimensions);
          OrtSession.Result result = session.run(Map.of(OnnxFile.INPUT, input))) {
        FloatBuffer outputs = ((OnnxTensor) result.get(0)).getFloatBuffer();
        float[] array = new float[outputs.remaining()];
        outputs.get(array);
        return array;
      }
    } catch (OrtException failed) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.MACHINE,
              "ONNX Runtime could not predict %d images with the network %s: %s."
                  .formatted(count, network.name(), OnnxRuntimeLibrary.said(failed)),
              "Give the machine more memory, or unplug the bundle axial.predict.onnx."),
          failed);
    } finally {
      reading.unlock();
    }
  }

  /** One column a class; a single sigmoid gives the positive class, the other has the rest. */
  private double[] byClass(float[] outputs, int image) {
    int classes = labels.count();
    double[] row = new double[classes];
    if (OnnxFile.units(network) == 1) {
      row[labels.positive()] = outputs[image];
      row[1 - labels.positive()] = 1 - row[labels.positive()];
    } else {
      for (int c = 0; c < classes; c++) {
        row[c] = outputs[image * classes + c];
      }
    }
    return row;
  }

  @Override
  public void close() {
    Lock writing = lock.writeLock();
    writing.lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException stays) {
      System.getLogger(OnnxModel.class.getName())
          .log(
              System.Logger.Level.WARNING, "A session of ONNX Runtime could not be closed.", stays);
    } finally {
      writing.unlock();
    }
    closing.accept(this);
  }
}
