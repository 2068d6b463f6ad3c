package axial.workbench.training.hint;

import axial.train.Epoch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The learning rate was cut so often that nothing is learned any more, as by the notebook's two
 * schedules on one rate. A rate that falls by plan, along a cosine, is none.
 */
final class RateCollapsed implements Rule {

  private static final double COLLAPSED = 0.02;
  private static final String CUTS = "plateau";

  @Override
  public Optional<Hint> look(Seen seen) {
    List<String> cutting = seen.schedules().stream().filter(id -> id.startsWith(CUTS)).toList();
    if (cutting.isEmpty() || seen.epochs().isEmpty()) {
      return Optional.empty();
    }
    Epoch last = seen.epochs().get(seen.epochs().size() - 1);
    double first = seen.epochs().get(0).learningRate();
    if (last.nextLearningRate() > COLLAPSED * first) {
      return Optional.empty();
    }
    long cuts = seen.epochs().stream().filter(e -> e.nextLearningRate() < e.learningRate()).count();
    String fell =
        String.format(
            Locale.ROOT,
            "It fell from %.1e to %.1e in %d epochs, cut after %d of them. ",
            first,
            last.nextLearningRate(),
            last.number(),
            cuts);
    return Optional.of(
        new Hint(
            Hint.Severity.WARNING,
            "The learning rate has collapsed; hardly anything is learned any more.",
            fell
                + (cutting.size() > 1
                    ? String.join(" and ", cutting)
                        + " cut the same rate, each without knowing of the other."
                    : cutting.get(0) + " cuts it whenever its figure stands still."),
            cutting.size() > 1
                ? "Keep one of these schedules, or use cosine."
                : "Raise its patience, or use cosine."));
  }
}
