package axial.occlusion;

import axial.data.Image;
import axial.explain.Regions;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Settings;
import axial.model.Model;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Asks a model about an image and about the image behind each patch of a grid.
 *
 * @param label the class whose probability is asked for
 * @param regions the cells of the grid
 * @param filler what a patch shows, for each value of the image
 */
record Questions(
    Model model,
    Image image,
    int label,
    Grid grid,
    Regions regions,
    float[] filler,
    Progress progress) {

  /** The part of the shorter side that a patch covers by default. */
  private static final int DEFAULT_PART = 8;

  /** What the numbers of regions may reach where they are kept, 16 bits. */
  private static final long MOST_CELLS = 65_535;

  private static final String TASK = "Asking the model";

  /** The questions that settings ask for. */
  static Questions of(Model model, Image image, int label, Settings settings, Progress progress) {
    Grid grid = grid(image, settings);
    float[] filler =
        Filler.valueOf(settings.text("fill").toUpperCase(Locale.ROOT)).of(image, grid.patch());
    return new Questions(model, image, label, grid, grid.regions(), filler, progress);
  }

  private static Grid grid(Image image, Settings settings) {
    int height = image.shape().height();
    int width = image.shape().width();
    int wanted = settings.whole("patch");
    int patch = wanted > 0 ? wanted : Math.max(1, Math.min(height, width) / DEFAULT_PART);
    int step = settings.whole("stride");
    int stride = step > 0 ? step : Math.max(1, patch / 2);
    if (stride > patch) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "A stride of %d pixels would leave gaps between patches of %d.".formatted(stride, patch),
          "Set occlusion.stride to at most occlusion.patch.");
    }
    Grid grid = new Grid(height, width, patch, stride);
    if (grid.cells() > MOST_CELLS) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "A stride of %d pixels would cut the image into %,d cells; %,d are possible."
              .formatted(stride, grid.cells(), MOST_CELLS),
          "Give a larger occlusion.stride.");
    }
    return grid;
  }

  /** How many there are. */
  int count() {
    return grid.patches() + 1;
  }

  /**
   * Asks all of them.
   *
   * @param atOnce how many at once
   * @param early gets the answers so far while there are more to come
   * @return the probability of the class for the unchanged image, then for each patch
   */
  double[] ask(int atOnce, Consumer<double[]> early) {
    double[] answers = new double[count()];
    AtomicInteger written = new AtomicInteger();
    progress.at(TASK, 0, answers.length);
    for (int from = 0; from < answers.length; from += atOnce) {
      if (from > 0) {
        early.accept(Arrays.copyOf(answers, from));
      }
      int first = from;
      int now = Math.min(atOnce, answers.length - from);
      double[][] probabilities =
          model.predict(
              now,
              (i, values) -> {
                progress.checkCancelled(); // others wait for the model meanwhile
                write(first + i, values);
                progress.at(TASK, written.incrementAndGet(), answers.length);
              });
      progress.check();
      for (int i = 0; i < now; i++) {
        answers[first + i] = finite(probabilities[i][label]);
      }
    }
    return answers;
  }

  private double finite(double probability) {
    if (!Double.isFinite(probability)) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The network %s answers %s, which cannot be explained."
              .formatted(model.network().name(), probability),
          "Train it again, with a lower learning rate.");
    }
    return probability;
  }

  private void write(int question, FloatBuffer values) {
    int at = values.position();
    values.put(image.values());
    if (question > 0) {
      hide(grid.patch(question - 1), values, at);
    }
  }

  private void hide(Grid.Patch patch, FloatBuffer values, int at) {
    int channels = image.shape().channels();
    int length = (patch.right() - patch.left()) * channels;
    for (int y = patch.top(); y < patch.bottom(); y++) {
      int from = (y * image.shape().width() + patch.left()) * channels;
      values.put(at + from, filler, from, length);
    }
  }
}
