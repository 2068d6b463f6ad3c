package axial.workbench.training.hint;

import axial.train.Epoch;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The network gives every image the same class. */
final class SameAnswer implements Rule {

  private static final int EPOCHS = 2;

  @Override
  public Optional<Hint> look(Seen seen) {
    List<Epoch> last = seen.last(EPOCHS);
    if (last.size() < EPOCHS || !last.stream().allMatch(SameAnswer::isOne)) {
      return Optional.empty();
    }
    return Optional.of(
        new Hint(
            Hint.Severity.WARNING,
            "The network gives every validation image the same answer.",
            "In the last %d epochs all of them were called one class.".formatted(EPOCHS),
            "Give it a few epochs more; if it stays so, lower the learning rate, or set class"
                + " weights to balanced when one class is rare."));
  }

  private static boolean isOne(Epoch epoch) {
    List<List<Integer>> counts = epoch.confusion();
    return !counts.isEmpty()
        && IntStream.range(0, counts.size())
                .filter(call -> counts.stream().anyMatch(row -> row.get(call) > 0))
                .count()
            == 1;
  }
}
