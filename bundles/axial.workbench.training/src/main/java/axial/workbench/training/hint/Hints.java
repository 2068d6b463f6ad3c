package axial.workbench.training.hint;

import java.util.Comparator;
import java.util.List;

/** All rules together. */
public final class Hints {

  private static final List<Rule> RULES =
      List.of(
          new LossNotFinite(),
          new SameAnswer(),
          new RateCollapsed(),
          new Overfitting(),
          new Plateau());

  private Hints() {}

  /** What the rules say, what matters most first. */
  public static List<Hint> of(Seen seen) {
    return RULES.stream()
        .flatMap(rule -> rule.look(seen).stream())
        .sorted(Comparator.comparing(Hint::severity).reversed())
        .toList();
  }
}
