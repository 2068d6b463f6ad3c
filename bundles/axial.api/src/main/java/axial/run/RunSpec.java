package axial.run;

import axial.data.Shape;
import axial.job.Choice;
import axial.train.TrainingPlan;
import java.util.List;

/**
 * Everything that decides the outcome of a run, complete: the same specification on the same data,
 * bundles and machine gives the same result.
 *
 * @param data address of the data
 * @param source opens it
 * @param duplicates finds duplicates
 * @param splitter splits
 * @param augmenters vary the training images, in this order
 * @param model the network
 * @param input shape of an image as the network sees it
 * @param engine trains it
 * @param plan how to train
 * @param evaluators judge the predictions for the test part
 * @param explainers explain single predictions
 * @param explained how many test images each explainer explains
 * @param seed where all randomness of the run comes from
 */
public record RunSpec(
    String data,
    Choice source,
    Choice duplicates,
    Choice splitter,
    List<Choice> augmenters,
    Choice model,
    Shape input,
    Choice engine,
    TrainingPlan plan,
    List<Choice> evaluators,
    List<Choice> explainers,
    int explained,
    long seed) {

  /** Copies the lists. */
  public RunSpec {
    augmenters = List.copyOf(augmenters);
    evaluators = List.copyOf(evaluators);
    explainers = List.copyOf(explainers);
    if (explained < 0) {
      throw new IllegalArgumentException(
          "The number of images to explain must be 0 or more; it was " + explained);
    }
  }
}
