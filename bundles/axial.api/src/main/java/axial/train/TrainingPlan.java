package axial.train;

import axial.job.Choice;
import java.util.List;

/**
 * How to train.
 *
 * @param epochs at most this many, at least 1
 * @param batch images a step, at least 1
 * @param balancedClasses whether rare classes weigh more in the loss of training and validation: n
 *     / (classes * count of the class in the training part), as scikit-learn's {@code balanced}
 * @param patience stop after this many epochs without a better validation loss; 0 never stops early
 * @param schedules applied in this order after each epoch
 */
public record TrainingPlan(
    int epochs, int batch, boolean balancedClasses, int patience, List<Choice> schedules) {

  /** Copies the schedules and checks the ranges. */
  public TrainingPlan {
    schedules = List.copyOf(schedules);
    if (epochs < 1 || batch < 1 || patience < 0) {
      throw new IllegalArgumentException(
          "A training needs at least 1 epoch, a batch of at least 1 and a patience from 0 on; these are %d, %d, %d."
              .formatted(epochs, batch, patience));
    }
  }
}
