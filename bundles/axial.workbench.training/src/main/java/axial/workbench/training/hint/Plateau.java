package axial.workbench.training.hint;

import axial.train.Epoch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Neither part has got better for a while. */
final class Plateau implements Rule {

  private static final int EPOCHS = 6;
  private static final double BETTER = 0.01;

  @Override
  public Optional<Hint> look(Seen seen) {
    if (seen.epochs().size() < 2 * EPOCHS) {
      return Optional.empty();
    }
    List<Epoch> last = seen.last(EPOCHS);
    List<Epoch> before = seen.epochs().subList(0, seen.epochs().size() - EPOCHS);
    double validation = gain(before, last, true);
    double training = gain(before, last, false);
    if (!(validation < BETTER && training < BETTER)) {
      return Optional.empty();
    }
    return Optional.of(
        new Hint(
            Hint.Severity.NOTE,
            "The training has come to a standstill.",
            String.format(
                Locale.ROOT,
                "In the last %d epochs neither loss fell by more than 1 %%; the best validation"
                    + " loss is of epoch %d.",
                EPOCHS,
                seen.best()),
            "Finish now and keep the best epoch, or try a larger learning rate or network."));
  }

  /** By what share the lowest loss has fallen; below 0 when it has not. */
  private static double gain(List<Epoch> before, List<Epoch> last, boolean validation) {
    double old = lowest(before, validation);
    return (old - lowest(last, validation)) / Math.max(old, Double.MIN_NORMAL);
  }

  private static double lowest(List<Epoch> epochs, boolean validation) {
    return epochs.stream()
        .mapToDouble(e -> (validation ? e.validation() : e.train()).loss())
        .min()
        .orElse(Double.NaN);
  }
}
