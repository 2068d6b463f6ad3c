package axial.lime;

import axial.explain.Stability;
import axial.job.Seed;
import axial.lime.LocalModel.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a model said of variations of one image, block by block, with the local model after each
 * block and what it takes to say how stable the last one is.
 */
final class Answers {

  private final Selection selection;
  private final double kernelWidth;
  private final double unchanged;
  private final Moments all;
  private final List<Moments> blocks = new ArrayList<>();
  private final List<Integer> samples = new ArrayList<>();
  private final List<LocalModel> models = new ArrayList<>();
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  /**
   * A first block of answers.
   *
   * @param first of which the first answer is about the unchanged image
   */
  Answers(Selection selection, double kernelWidth, Asked first) {
    this.selection = selection;
    this.kernelWidth = kernelWidth;
    this.unchanged = first.answers()[0];
    this.all = new Moments(first.masks().get(0).length, unchanged);
    add(first);
  }

  /** Counts a block of answers, at least one. */
  void add(Asked asked) {
    Moments block = all.empty();
    for (int s = 0; s < asked.answers().length; s++) {
      boolean[] mask = asked.masks().get(s);
      double answer = asked.answers()[s];
      block.add(mask, answer, LocalModel.kernel(LocalModel.distance(mask), kernelWidth));
      low = Math.min(low, answer);
      high = Math.max(high, answer);
    }
    all.add(block);
    blocks.add(block);
    samples.add(asked.answers().length + (samples.isEmpty() ? 0 : samples()));
    models.add(LocalModel.fit(all, selection));
  }

  /** What the model said of the unchanged image. */
  double unchanged() {
    return unchanged;
  }

  /** How far the largest answer is from the smallest. */
  double range() {
    return high - low;
  }

  /** The local model of all answers so far. */
  LocalModel model() {
    return models.get(models.size() - 1);
  }

  /** How many answers there are. */
  int samples() {
    return samples.get(samples.size() - 1);
  }

  /** After how many answers the strongest regions were those that they are now. */
  int stableAfter() {
    return samples.get(stableSince());
  }

  /** Whether the strongest regions have stayed the same for so many blocks. */
  boolean heldFor(int count) {
    return models.size() - 1 - stableSince() >= count;
  }

  /** The first block from which on the strongest regions were those of the last. */
  private int stableSince() {
    Set<Integer> now = model().top(Stability.WATCHED);
    int block = models.size() - 1;
    while (block > 0 && models.get(block - 1).top(Stability.WATCHED).equals(now)) {
      block--;
    }
    return block;
  }

  /**
   * Parts the blocks at random into two halves, fits each, and compares the two, which have no
   * answer in common.
   *
   * @param times how often, each time parted anew
   * @return nothing when there is only one block
   */
  List<Agreement> halves(int times, Seed seed) {
    List<Agreement> agreements = new ArrayList<>();
    for (int i = 0; i < times && blocks.size() > 1; i++) {
      List<Moments> shuffled = new ArrayList<>(blocks);
      seed.derive(i).draws().shuffle(shuffled);
      int half = shuffled.size() / 2;
      LocalModel one = fit(shuffled.subList(0, half));
      LocalModel other = fit(shuffled.subList(half, shuffled.size()));
      agreements.add(Agreement.of(one, other, all.regions()));
    }
    return agreements;
  }

  private LocalModel fit(List<Moments> some) {
    Moments sum = all.empty();
    some.forEach(sum::add);
    return LocalModel.fit(sum, selection);
  }
}
