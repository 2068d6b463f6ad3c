package axial.run.stages;

import axial.data.Image;
import axial.data.Sample;
import axial.data.Shape;
import axial.data.Standardizer;
import axial.data.Standardizer.Statistics;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.model.Batch;
import axial.model.ImageWriter;
import axial.run.stages.Crew.Chosen;
import axial.run.store.RunFolder;
import axial.run.store.StandardizersFile.Learned;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Brings the images of a run to a common scale, one standardizer after the other, before a network
 * sees them. What they need to know was learned from the training part and is kept in the run, so
 * that every later prediction uses the same. Thread-safe.
 */
public final class Standardization {

  private final List<Step> steps;

  private record Step(Learned learned, UnaryOperator<Image> apply) {
    static Step of(Chosen<Standardizer> chosen, Statistics statistics, Fence fence) {
      Standardizer standardizer = chosen.extension();
      return new Step(
          new Learned(standardizer.id(), statistics.rows()),
          image ->
              fence.call(
                  Standardizer.class,
                  standardizer,
                  () -> standardizer.apply(image, chosen.settings(), statistics)));
    }
  }

  private Standardization(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** The one that leaves images as they are. */
  public static Standardization none() {
    return new Standardization(List.of());
  }

  /**
   * The standardization of a run: what was learned is read from its folder; before its first epoch
   * it is learned and written there. Each standardizer learns from what those before it give.
   *
   * @param train the training part
   * @param images gives an image as it is, not augmented
   */
  public static Standardization of(
      List<Chosen<Standardizer>> standardizers,
      Fence fence,
      RunFolder folder,
      List<Sample> train,
      Function<Sample, Image> images,
      Progress progress) {
    if (standardizers.isEmpty()) {
      return none();
    }
    boolean learned =
        folder.hasStandardizers() || folder.hasModel() || !folder.checkpoint().epochs().isEmpty();
    return learned
        ? read(standardizers, fence, folder)
        : learn(standardizers, fence, folder, train, images, progress);
  }

  private static Standardization learn(
      List<Chosen<Standardizer>> standardizers,
      Fence fence,
      RunFolder folder,
      List<Sample> train,
      Function<Sample, Image> images,
      Progress progress) {
    List<Step> steps = new ArrayList<>();
    for (Chosen<Standardizer> chosen : standardizers) {
      Standardizer standardizer = chosen.extension();
      Standardization before = new Standardization(steps);
      Statistics statistics =
          fence.call(
              Standardizer.class,
              standardizer,
              () ->
                  standardizer.fit(
                      train.size(),
                      index -> before.apply(images.apply(train.get(index))),
                      chosen.settings(),
                      progress));
      steps.add(Step.of(chosen, statistics, fence));
    }
    folder.writeStandardizers(steps.stream().map(Step::learned).toList());
    return new Standardization(steps);
  }

  private static Standardization read(
      List<Chosen<Standardizer>> standardizers, Fence fence, RunFolder folder) {
    List<Learned> learned = folder.standardizers();
    List<String> wanted = standardizers.stream().map(chosen -> chosen.extension().id()).toList();
    if (!wanted.equals(learned.stream().map(Learned::id).toList())) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The run %s was made with the standardizers %s, but its standardizers.json is of %s."
              .formatted(
                  folder.id(),
                  String.join(", ", wanted),
                  String.join(", ", learned.stream().map(Learned::id).toList())),
          "Restore the file from a copy, or make the run again.");
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      steps.add(Step.of(standardizers.get(i), new Statistics(learned.get(i).rows()), fence));
    }
    return new Standardization(steps);
  }

  /** The image as the network gets it. */
  public Image apply(Image image) {
    Image scaled = image;
    for (Step step : steps) {
      scaled = step.apply().apply(scaled);
      if (!scaled.shape().equals(image.shape())) {
        throw ProblemException.of(
            Problem.Kind.EXTENSION,
            "The standardizer \"%s\" made an image of %s out of one of %s."
                .formatted(step.learned().id(), scaled.shape(), image.shape()),
            "Update or remove its bundle, or leave it out with --set run.standardizers=none.");
      }
    }
    return scaled;
  }

  /** The batch as the network gets it. */
  Batch apply(Batch batch) {
    if (steps.isEmpty()) {
      return batch;
    }
    int size = batch.shape().size();
    float[] all = new float[batch.values().length];
    for (int i = 0; i < batch.size(); i++) {
      float[] one = Arrays.copyOfRange(batch.values(), i * size, (i + 1) * size);
      System.arraycopy(apply(new Image(batch.shape(), one)).values(), 0, all, i * size, size);
    }
    return new Batch(batch.size(), batch.shape(), all);
  }

  /** A writer of what the network gets. */
  ImageWriter apply(ImageWriter images, Shape shape) {
    if (steps.isEmpty()) {
      return images;
    }
    return (index, values) -> {
      FloatBuffer one = FloatBuffer.allocate(shape.size());
      images.write(index, one);
      values.put(apply(new Image(shape, one.array())).values());
    };
  }
}
