package axial.run.stages;

import axial.data.Dataset;
import axial.data.Labels;
import axial.data.Memoriser;
import axial.data.Sample;
import axial.data.Split;
import axial.eval.ConfusionMatrix;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.job.CancelledException;
import axial.job.Progress;
import axial.run.LeakCertificate;
import axial.run.NaiveAndClean;
import axial.run.extensions.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Sets the score on a whole test part that leaks beside that on its clean images. */
public final class Contrasting {

  private final Optional<Memoriser> memoriser;
  private final RunEvents events;
  private final Progress progress;

  /**
   * A contrast.
   *
   * @param memoriser plays the part of a network that only remembers, where a bundle offers one
   */
  public Contrasting(Optional<Memoriser> memoriser, RunEvents events, Progress progress) {
    this.memoriser = memoriser;
    this.events = events;
    this.progress = progress;
  }

  /** Both scores; the predictions are those for the test part, in any order. */
  public NaiveAndClean of(
      Predictions predictions, Split split, LeakCertificate leaks, Dataset dataset) {
    Set<String> known = new HashSet<>(leaks.knownTest());
    List<Prediction> list = predictions.list();
    int[] all = IntStream.range(0, list.size()).toArray();
    int[] clean = IntStream.of(all).filter(i -> !known.contains(list.get(i).source())).toArray();
    Labels labels = predictions.labels();
    IntUnaryOperator truth = i -> list.get(i).truth();
    IntUnaryOperator called = i -> predictions.decided(list.get(i));
    return new NaiveAndClean(
        matrix(labels, all, truth, called).orElseThrow(),
        matrix(labels, clean, truth, called),
        memoriser.flatMap(memory -> attempt(memory, split, known, labels, dataset)));
  }

  /** A memoriser that fails costs its score only. */
  private Optional<NaiveAndClean.Memory> attempt(
      Memoriser memory, Split split, Set<String> known, Labels labels, Dataset dataset) {
    try {
      return Optional.of(recall(memory, split, known, labels, dataset));
    } catch (CancelledException stopped) {
      throw stopped;
    } catch (RuntimeException | LinkageError broken) {
      events.setAside(
          "memoriser",
          Names.bundleOf(memory),
          "The memoriser of bundle %s failed: %s."
              .formatted(Names.bundleOf(memory), Names.of(broken)));
      return Optional.empty();
    }
  }

  private NaiveAndClean.Memory recall(
      Memoriser memory, Split split, Set<String> known, Labels labels, Dataset dataset) {
    List<Sample> test = split.test();
    int[] answers = memory.recall(split.train(), test, dataset.pixels(), progress);
    int[] all = IntStream.range(0, test.size()).toArray();
    int[] clean = IntStream.of(all).filter(i -> !known.contains(test.get(i).source())).toArray();
    IntUnaryOperator truth = i -> test.get(i).label();
    return new NaiveAndClean.Memory(
        matrix(labels, all, truth, i -> answers[i]).orElseThrow(),
        matrix(labels, clean, truth, i -> answers[i]));
  }

  private static Optional<ConfusionMatrix> matrix(
      Labels labels, int[] images, IntUnaryOperator truth, IntUnaryOperator called) {
    int[][] counts = new int[labels.count()][labels.count()];
    for (int image : images) {
      counts[truth.applyAsInt(image)][called.applyAsInt(image)]++;
    }
    return images.length == 0 ? Optional.empty() : Optional.of(new ConfusionMatrix(labels, counts));
  }
}
