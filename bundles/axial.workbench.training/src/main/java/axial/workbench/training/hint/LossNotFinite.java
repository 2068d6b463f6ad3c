package axial.workbench.training.hint;

import java.util.Optional;

/** The loss is not a number any more: every weight is lost. */
final class LossNotFinite implements Rule {

  @Override
  public Optional<Hint> look(Seen seen) {
    boolean inEpochs =
        seen.epochs().stream().anyMatch(epoch -> !Double.isFinite(epoch.train().loss()));
    if (!inEpochs && Double.isFinite(seen.lastLoss())) {
      return Optional.empty();
    }
    return Optional.of(
        new Hint(
            Hint.Severity.ERROR,
            "The loss is no longer a number.",
            "A step was so large that weights overflowed; they do not come back.",
            "Stop, and train again with a learning rate ten times smaller."));
  }
}
