package axial.audit.shortcut;

import axial.audit.Score;
import axial.audit.Shortcut;
import axial.data.DuplicateGroup;
import axial.data.Labels;
import axial.data.PixelReader;
import axial.data.Sample;
import axial.eval.ConfusionMatrix;
import axial.job.Progress;
import axial.job.Seed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Asks of each property of the files how well it tells the class by itself: small decision trees,
 * learned on four fifths of the samples and asked about the rest, five times.
 */
public final class ShortcutCheck {

  /** So far above a constant answer the lower bound of the balanced accuracy tells something. */
  private static final double WELL_ABOVE = 0.1;

  private final List<Sample> samples;
  private final Labels labels;
  private final Folds folds;
  private final int[] truth;

  private ShortcutCheck(List<Sample> samples, Labels labels, Folds folds) {
    this.samples = samples;
    this.labels = labels;
    this.folds = folds;
    this.truth = samples.stream().mapToInt(Sample::label).toArray();
  }

  /**
   * What the properties tell.
   *
   * @param twins groups that must not be torn apart by a fold
   * @return one for each property; empty when a class has fewer than two different pictures
   */
  public static List<Shortcut> of(
      List<Sample> samples,
      Labels labels,
      List<DuplicateGroup> twins,
      PixelReader pixels,
      Seed seed,
      Progress progress) {
    Optional<Folds> folds = Folds.of(samples, twins, seed);
    if (folds.isEmpty()) {
      return List.of();
    }
    Map<String, ImageFacts> facts = FactReader.read(samples, pixels, progress);
    return new ShortcutCheck(samples, labels, folds.get()).all(facts, progress);
  }

  private List<Shortcut> all(Map<String, ImageFacts> facts, Progress progress) {
    Properties properties = new Properties(samples, facts);
    return List.of(
        check("size", "image size", properties.size(), progress),
        check("border", "border", properties.border(), progress),
        check("brightness", "mean brightness", properties.brightness(), progress),
        check("file", "file type", properties.file(), progress));
  }

  private Shortcut check(String id, String title, List<Column> columns, Progress progress) {
    int classes = labels.count();
    int[][] counts = new int[classes][classes];
    for (int fold = 0; fold < folds.count(); fold++) {
      progress.check();
      DecisionTree tree = TreeLearner.learn(columns, truth, classes, folds.samples(fold, false));
      for (int sample : folds.samples(fold, true)) {
        counts[truth[sample]][tree.answer(sample)]++;
      }
    }
    Score score = new Score(new ConfusionMatrix(labels, counts));
    int[] everything = IntStream.range(0, truth.length).toArray();
    DecisionTree rule = TreeLearner.learn(columns, truth, classes, everything);
    boolean telling = score.balancedAccuracy().low() >= score.chance() + WELL_ABOVE;
    return new Shortcut(id, title, score, RuleWords.of(rule, labels), telling);
  }
}
