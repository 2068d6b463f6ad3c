package axial.audit.shortcut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Learns a decision tree of at most two questions in a row (Breiman and others, "Classification and
 * regression trees", 1984): each question is the one that lowers the Gini impurity most, with all
 * classes weighing the same.
 */
final class TreeLearner {

  private static final double LEAST_GAIN = 1e-9;
  private static final int MOST_QUESTIONS = 2;

  /** A side of a question has at least three samples and this share of all: 1 / 50. */
  private static final int SMALLEST_SHARE = 50;

  private final List<Column> columns;
  private final int[] labels;
  private final double[] weights;
  private final int smallest;

  private TreeLearner(List<Column> columns, int[] labels, int classes, int[] samples) {
    this.columns = columns;
    this.labels = labels;
    this.smallest = Math.max(3, samples.length / SMALLEST_SHARE);
    int[] counts = counts(samples, classes);
    long present = Arrays.stream(counts).filter(count -> count > 0).count();
    this.weights =
        Arrays.stream(counts)
            .mapToDouble(count -> count == 0 ? 0 : 1.0 / ((double) present * count))
            .toArray();
  }

  /** Learns from these samples. */
  static DecisionTree learn(List<Column> columns, int[] labels, int classes, int[] samples) {
    return new TreeLearner(columns, labels, classes, samples).grow(samples, MOST_QUESTIONS);
  }

  private int[] counts(int[] samples, int classes) {
    int[] counts = new int[classes];
    for (int sample : samples) {
      counts[labels[sample]]++;
    }
    return counts;
  }

  private DecisionTree grow(int[] samples, int depth) {
    DecisionTree.Leaf leaf = leaf(samples);
    Optional<Column.Question> best = depth == 0 ? Optional.empty() : best(samples);
    if (best.isEmpty()) {
      return leaf;
    }
    Column.Question question = best.get();
    int[] passing = Arrays.stream(samples).filter(question::yes).toArray();
    int[] rest = Arrays.stream(samples).filter(sample -> !question.yes(sample)).toArray();
    DecisionTree yes = grow(passing, depth - 1);
    DecisionTree no = grow(rest, depth - 1);
    boolean same =
        yes instanceof DecisionTree.Leaf a
            && no instanceof DecisionTree.Leaf b
            && a.label() == b.label();
    return same ? leaf : new DecisionTree.Fork(question, yes, no);
  }

  private DecisionTree.Leaf leaf(int[] samples) {
    int[] counts = counts(samples, weights.length);
    int label = 0;
    for (int c = 1; c < counts.length; c++) {
      double more = counts[c] * weights[c] - counts[label] * weights[label];
      if (more > LEAST_GAIN || (more > -LEAST_GAIN && counts[c] > counts[label])) {
        label = c;
      }
    }
    return new DecisionTree.Leaf(label, counts[label], samples.length);
  }

  private Optional<Column.Question> best(int[] samples) {
    Split all = new Split(counts(samples, weights.length));
    double least = all.impurity() - LEAST_GAIN;
    Optional<Column.Question> best = Optional.empty();
    for (Column column : columns) {
      List<Candidate> candidates = new ArrayList<>();
      if (column instanceof Column.Words words) {
        offer(words, samples, candidates);
      } else if (column instanceof Column.Numbers numbers) {
        offer(numbers, samples, candidates);
      }
      for (Candidate candidate : candidates) {
        if (candidate.impurity() < least) {
          least = candidate.impurity() - LEAST_GAIN;
          best = Optional.of(candidate.question());
        }
      }
    }
    return best;
  }

  private void offer(Column.Words column, int[] samples, List<Candidate> candidates) {
    Map<String, int[]> byValue = new HashMap<>();
    for (int sample : samples) {
      byValue
          .computeIfAbsent(column.values()[sample], v -> new int[weights.length])[labels[sample]]++;
    }
    int[] all = counts(samples, weights.length);
    byValue.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              Split split = new Split(all.clone());
              for (int c = 0; c < all.length; c++) {
                split.move(c, entry.getValue()[c]);
              }
              split.candidate(new Column.Is(column, entry.getKey())).ifPresent(candidates::add);
            });
  }

  private void offer(Column.Numbers column, int[] samples, List<Candidate> candidates) {
    double[] values = column.values();
    int[] sorted =
        Arrays.stream(samples)
            .boxed()
            .sorted(Comparator.comparingDouble(sample -> values[sample]))
            .mapToInt(Integer::intValue)
            .toArray();
    Split split = new Split(counts(samples, weights.length));
    for (int i = 0; i + 1 < sorted.length; i++) {
      split.move(labels[sorted[i]], 1);
      double here = values[sorted[i]];
      double next = values[sorted[i + 1]];
      if (here < next) {
        split
            .candidate(new Column.AtMost(column, here + (next - here) / 2))
            .ifPresent(candidates::add);
      }
    }
  }

  private record Candidate(Column.Question question, double impurity) {}

  /** Samples on both sides of a question, by class; all begin on the side of "no". */
  private final class Split {

    private final int[] yes;
    private final int[] no;

    Split(int[] counts) {
      this.yes = new int[counts.length];
      this.no = counts;
    }

    void move(int label, int count) {
      yes[label] += count;
      no[label] -= count;
    }

    double impurity() {
      return impurity(yes) + impurity(no);
    }

    Optional<Candidate> candidate(Column.Question question) {
      boolean large = Arrays.stream(yes).sum() >= smallest && Arrays.stream(no).sum() >= smallest;
      return large ? Optional.of(new Candidate(question, impurity())) : Optional.empty();
    }

    /** Gini's impurity times the weight of the samples. */
    private double impurity(int[] counts) {
      double total = 0;
      double squares = 0;
      for (int c = 0; c < counts.length; c++) {
        double weight = counts[c] * weights[c];
        total += weight;
        squares += weight * weight;
      }
      return total == 0 ? 0 : total - squares / total;
    }
  }
}
