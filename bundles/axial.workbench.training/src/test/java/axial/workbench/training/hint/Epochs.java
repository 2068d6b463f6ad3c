package axial.workbench.training.hint;

import axial.train.Epoch;
import axial.train.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Made-up epochs. */
final class Epochs {

  private Epochs() {}

  /** An epoch with these losses and a learning rate of one thousandth. */
  static Epoch of(int number, double train, double validation) {
    return of(number, train, validation, 1e-3, 1e-3, List.of(List.of(10, 2), List.of(3, 20)));
  }

  /** An epoch with these figures. */
  static Epoch of(
      int number,
      double train,
      double validation,
      double rate,
      double next,
      List<List<Integer>> confusion) {
    return new Epoch(
        number,
        new Metrics(100, train, 0.8, 0.8),
        new Metrics(35, validation, 0.75, 0.7),
        rate,
        next,
        10,
        new Epoch.Times(1, 8, 1, 0, 0),
        confusion);
  }

  /** So many of them; the best is that of the lowest validation loss. */
  static Seen seen(int count, IntFunction<Epoch> make, String... schedules) {
    List<Epoch> epochs = new ArrayList<>();
    int best = 0;
    for (int number = 1; number <= count; number++) {
      epochs.add(make.apply(number));
      if (best == 0
          || epochs.get(number - 1).validation().loss()
              < epochs.get(best - 1).validation().loss()) {
        best = number;
      }
    }
    return new Seen(epochs, 40, best, List.of(schedules), 0.5);
  }
}
