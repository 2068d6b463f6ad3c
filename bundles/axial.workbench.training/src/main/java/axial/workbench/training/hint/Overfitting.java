package axial.workbench.training.hint;

import axial.train.Epoch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The training part gets better while the validation part gets worse. */
final class Overfitting implements Rule {

  private static final int EPOCHS = 4;
  private static final double WORSE = 1.1;

  @Override
  public Optional<Hint> look(Seen seen) {
    if (seen.best() == 0 || seen.epochs().size() < seen.best() + EPOCHS) {
      return Optional.empty();
    }
    Epoch best = seen.epochs().get(seen.best() - 1);
    List<Epoch> last = seen.last(EPOCHS);
    double mean = last.stream().mapToDouble(e -> e.validation().loss()).average().orElse(0);
    double trained = last.stream().mapToDouble(e -> e.train().loss()).average().orElse(0);
    if (!(mean > WORSE * best.validation().loss()) || !(trained < best.train().loss())) {
      return Optional.empty();
    }
    return Optional.of(
        new Hint(
            Hint.Severity.WARNING,
            "The network learns the training images by heart.",
            String.format(
                Locale.ROOT,
                "Since epoch %d the training loss fell from %.3f to %.3f, but the validation loss"
                    + " rose from %.3f to %.3f.",
                best.number(),
                best.train().loss(),
                trained,
                best.validation().loss(),
                mean),
            "Finish now: the weights of epoch %d are kept. More augmentation, more dropout or more"
                    .formatted(best.number())
                + " patients help the next time."));
  }
}
