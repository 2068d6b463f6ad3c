package axial.workbench.training.hint;

import axial.train.Epoch;
import axial.view.run.Course;
import axial.view.run.Training;
import java.util.List;

/**
 * What rules see of a training. Immutable.
 *
 * @param epochs the finished ones
 * @param planned how many epochs are planned; 0 when that is unknown
 * @param best number of the best epoch; 0 before the first
 * @param schedules ids of what changes the learning rate
 * @param lastLoss loss of the last batch; 0 before the first
 */
public record Seen(
    List<Epoch> epochs, int planned, int best, List<String> schedules, double lastLoss) {

  /** Copies the lists. */
  public Seen {
    epochs = List.copyOf(epochs);
    schedules = List.copyOf(schedules);
  }

  /** What there is to see of a training now; on the event dispatch thread. */
  public static Seen of(Training training) {
    Course course = training.course();
    Course.Batches batches = course.batches();
    return new Seen(
        course.epochs(),
        course.plannedEpochs(),
        course.bestEpoch(),
        training
            .spec()
            .map(spec -> spec.plan().schedules().stream().map(choice -> choice.id()).toList())
            .orElse(List.of()),
        batches.count() == 0 ? 0 : batches.loss(batches.count() - 1));
  }

  /** The last so many epochs; fewer where there are no more. */
  List<Epoch> last(int count) {
    return epochs.subList(Math.max(0, epochs.size() - count), epochs.size());
  }
}
