package axial.audit.inspect;

import axial.audit.MemoryScore;
import axial.audit.MemoryScore.Question;
import axial.audit.Score;
import axial.data.Dataset;
import axial.data.Labels;
import axial.data.Memoriser;
import axial.data.PixelReader;
import axial.data.Sample;
import axial.eval.ConfusionMatrix;
import axial.job.Progress;
import axial.job.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Asks the memoriser what a data set gives away to plain memory. */
final class MemoryCheck {

  private final Memoriser memoriser;
  private final Labels labels;
  private final PixelReader pixels;
  private final long mostComparisons;
  private final Seed seed;
  private final Progress progress;
  private final List<MemoryScore> scores = new ArrayList<>();

  /**
   * A check that asks about fewer images, drawn at random, where all would take more comparisons.
   */
  MemoryCheck(
      Memoriser memoriser, Dataset all, long mostComparisons, Seed seed, Progress progress) {
    this.memoriser = memoriser;
    this.labels = all.labels();
    this.pixels = all.pixels();
    this.mostComparisons = mostComparisons;
    this.seed = seed;
    this.progress = progress;
  }

  List<MemoryScore> scores(JointData joint, Twins twins) {
    if (joint.against().isPresent()) {
      List<Sample> known = joint.against().get().samples();
      List<Sample> test = joint.data().samples();
      Set<Sample> shared = twins.acrossParts();
      ask(Question.ACROSS_PARTS, known, test);
      if (!shared.isEmpty()) {
        List<Sample> fresh = test.stream().filter(sample -> !shared.contains(sample)).toList();
        ask(Question.ACROSS_PARTS_WITHOUT_TWINS, known, fresh);
      }
    } else {
      List<Sample> distinct = twins.distinct(joint.data()).samples();
      askAmong(Question.EACH_AMONG_OTHERS, joint.data().samples(), Sample::source);
      if (distinct.size() < joint.data().samples().size()) {
        askAmong(Question.WITHOUT_TWINS, distinct, Sample::source);
      }
      if (distinct.stream().anyMatch(sample -> !sample.group().equals(sample.source()))) {
        askAmong(Question.OTHER_GROUPS, distinct, Sample::group);
      }
    }
    return scores;
  }

  private void ask(Question question, List<Sample> known, List<Sample> test) {
    List<Sample> asked = drawn(test, known.size(), question);
    if (!asked.isEmpty()) {
      add(question, known, asked, memoriser.recall(known, asked, pixels, progress), test.size());
    }
  }

  private void askAmong(Question question, List<Sample> samples, Function<Sample, String> unit) {
    if (samples.stream().map(unit).distinct().limit(2).count() == 2) {
      List<Sample> asked = drawn(samples, samples.size(), question);
      int[] answers = memoriser.recallFromOthers(samples, asked, unit, pixels, progress);
      add(question, samples, asked, answers, samples.size());
    }
  }

  private List<Sample> drawn(List<Sample> samples, int known, Question question) {
    int most = (int) Math.max(1, Math.min(samples.size(), mostComparisons / Math.max(1, known)));
    if (samples.size() <= most) {
      return samples;
    }
    List<Integer> order = new ArrayList<>(IntStream.range(0, samples.size()).boxed().toList());
    seed.derive(question.name()).draws().shuffle(order);
    List<Integer> chosen = new ArrayList<>(order.subList(0, most));
    Collections.sort(chosen);
    return chosen.stream().map(samples::get).toList();
  }

  private void add(
      Question question, List<Sample> known, List<Sample> asked, int[] answers, int available) {
    int[][] counts = new int[labels.count()][labels.count()];
    for (int i = 0; i < answers.length; i++) {
      counts[asked.get(i).label()][answers[i]]++;
    }
    Score score = new Score(new ConfusionMatrix(labels, counts));
    scores.add(new MemoryScore(question, score, known.size(), asked.size(), available));
  }
}
