package axial.run.stages;

import axial.data.Labels;
import axial.data.Shape;
import axial.job.CancelledException;
import axial.job.ProblemException;
import axial.model.Batch;
import axial.model.ImageWriter;
import axial.model.Model;
import axial.model.Network;
import axial.model.PredictionEngine;
import axial.model.TrainableModel;
import axial.run.Extensions;
import axial.run.PredictedBy;
import axial.run.extensions.Names;
import java.nio.FloatBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A trained model whose questions a prediction engine answers while there is one. The first engine,
 * in the order of the ids, that agrees with the trained model on the first images is used. When it
 * goes or throws, the trained model answers that call and all that follow. Both get the images
 * standardized as in the training; whoever asks gives them as they are. Closing it leaves the
 * trained model open.
 */
public final class Predictor implements Model {

  private static final int IMAGES_CHECKED = 4;
  private static final double LARGEST_DIFFERENCE = 1e-4;

  private final TrainableModel trained;
  private final String trainer;
  private final Extensions extensions;
  private final RunEvents events;
  private final Standardization standardization;
  private final Map<String, Long> counts = new TreeMap<>();
  private Optional<Prepared> prepared = Optional.empty();
  private boolean tried;

  private record Prepared(PredictionEngine engine, Model model) {}

  /**
   * A predictor for one run.
   *
   * @param trainer id of the engine that trained
   */
  public Predictor(
      TrainableModel trained,
      String trainer,
      Extensions extensions,
      RunEvents events,
      Standardization standardization) {
    this.trained = trained;
    this.standardization = standardization;
    this.trainer = trainer;
    this.extensions = extensions;
    this.events = events;
  }

  /** Which engines have predicted since this was last asked. */
  public synchronized PredictedBy sinceLast() {
    PredictedBy all = new PredictedBy(counts);
    counts.clear();
    return all;
  }

  @Override
  public Network network() {
    return trained.network();
  }

  @Override
  public Labels labels() {
    return trained.labels();
  }

  @Override
  public double[][] predict(Batch given) {
    Batch batch = standardization.apply(given);
    int size = batch.shape().size();
    Caller images = new Caller((index, values) -> values.put(batch.values(), index * size, size));
    return answer(batch.size(), model -> model.predict(batch), images);
  }

  @Override
  public double[][] predict(int count, ImageWriter writer) {
    Caller images = new Caller(standardization.apply(writer, network().input()));
    return answer(count, model -> model.predict(count, images), images);
  }

  @Override
  public synchronized int predictedAtOnce() {
    return prepared.map(Prepared::model).orElse(trained).predictedAtOnce();
  }

  private double[][] answer(int count, Function<Model, double[][]> question, Caller images) {
    Optional<Prepared> chosen = prepared(count, images);
    if (chosen.isPresent()) {
      try {
        double[][] answer = question.apply(chosen.get().model());
        if (answer.length != count) {
          throw new IllegalStateException(
              "it answered %d of %d images".formatted(answer.length, count));
        }
        counted(chosen.get().engine().id(), count);
        return answer;
      } catch (CancelledException stop) {
        throw stop;
      } catch (RuntimeException | LinkageError broken) {
        images.rethrow();
        giveUp(chosen.get(), broken);
      }
    }
    double[][] answer = question.apply(trained);
    counted(trainer, count);
    return answer;
  }

  private synchronized void counted(String engine, long images) {
    counts.merge(engine, images, Long::sum);
  }

  private synchronized Optional<Prepared> prepared(int count, Caller images) {
    if (!tried) {
      tried = true;
      for (PredictionEngine engine : extensions.all(PredictionEngine.class)) {
        prepared = prepare(engine, Math.min(count, IMAGES_CHECKED), images);
        if (prepared.isPresent()) {
          break;
        }
      }
    }
    prepared
        .filter(p -> !isOffered(p.engine()))
        .ifPresent(p -> giveUp(p, new IllegalStateException("it is gone")));
    return prepared;
  }

  private Optional<Prepared> prepare(PredictionEngine engine, int count, Caller images) {
    Prepared made;
    try {
      made = new Prepared(engine, engine.prepare(network(), labels(), trained.parameters()));
    } catch (RuntimeException | LinkageError broken) {
      setAside(engine, broken);
      return Optional.empty();
    }
    boolean agrees = false;
    try {
      Batch first = images.first(count, network().input());
      double difference = largest(trained.predict(first), made.model().predict(first));
      agrees = difference < LARGEST_DIFFERENCE;
      if (agrees) {
        return Optional.of(made);
      }
      tell(
          engine,
          String.format(
              Locale.ROOT,
              "The prediction engine \"%s\" of bundle %s answers up to %.2g off the trained model;"
                  + " %s predicts instead.",
              engine.id(),
              Names.bundleOf(engine),
              difference,
              trainer));
    } catch (RuntimeException | LinkageError broken) {
      images.rethrow();
      setAside(engine, broken);
    } finally {
      if (!agrees) {
        close(made);
      }
    }
    return Optional.empty();
  }

  /** The largest difference of two answers; two numbers that are none do not differ. */
  private static double largest(double[][] a, double[][] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      for (int c = 0; c < a[i].length; c++) {
        if (Double.compare(a[i][c], b[i][c]) != 0) {
          double difference = Math.abs(a[i][c] - b[i][c]);
          largest =
              Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
        }
      }
    }
    return largest;
  }

  private boolean isOffered(PredictionEngine engine) {
    return extensions.all(PredictionEngine.class).stream().anyMatch(e -> e == engine);
  }

  /** From here on the trained model answers; of several callers the first tells why. */
  private synchronized void giveUp(Prepared failed, Throwable broken) {
    if (prepared.filter(p -> p == failed).isPresent()) {
      prepared = Optional.empty();
      setAside(failed.engine(), broken);
      close(failed);
    }
  }

  private void setAside(PredictionEngine engine, Throwable broken) {
    if (!isOffered(engine)) {
      tell(
          engine,
          "The prediction engine of bundle %s was unplugged; %s predicts from here on."
              .formatted(Names.bundleOf(engine), trainer));
    } else if (broken instanceof ProblemException told) {
      tell(engine, told.problem().summary());
    } else {
      extensions.reportFailure(engine, broken);
      tell(
          engine,
          "The prediction engine of bundle %s failed: %s; %s predicts from here on."
              .formatted(Names.bundleOf(engine), Names.of(broken), trainer));
    }
  }

  private void tell(PredictionEngine engine, String reason) {
    events.setAside("prediction engine", Names.bundleOf(engine), reason);
  }

  private void close(Prepared unused) {
    try {
      unused.model().close();
    } catch (RuntimeException | LinkageError broken) {
      setAside(unused.engine(), broken);
    }
  }

  @Override
  public synchronized void close() {
    prepared.ifPresent(this::close);
    prepared = Optional.empty();
  }

  /** The images of a caller. When they cannot be written, that is no failure of an engine. */
  private static final class Caller implements ImageWriter {

    private final ImageWriter images;
    private volatile Optional<RuntimeException> failure = Optional.empty();

    Caller(ImageWriter images) {
      this.images = images;
    }

    @Override
    public void write(int index, FloatBuffer values) {
      try {
        images.write(index, values);
      } catch (RuntimeException failed) {
        failure = Optional.of(failed);
        throw failed;
      }
    }

    Batch first(int count, Shape shape) {
      FloatBuffer values = FloatBuffer.allocate(count * shape.size());
      for (int i = 0; i < count; i++) {
        write(i, values.slice(i * shape.size(), shape.size()));
      }
      return new Batch(count, shape, values.array());
    }

    void rethrow() {
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
  }
}
