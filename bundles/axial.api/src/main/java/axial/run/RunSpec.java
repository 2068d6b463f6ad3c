package axial.run;

import axial.data.Shape;
import axial.data.Split;
import axial.job.Choice;
import axial.train.TrainingPlan;
import java.util.List;
import java.util.Objects;

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
 * @param protocol whether duplicates are taken out before the split, or as the notebook did it
 * @param standardizers bring images to a common scale, in this order, after augmentation
 * @param wantedRecall for the positive one of two classes: the threshold is chosen on the
 *     validation part so that this share of it is found, and frozen; 0 leaves it at 0.5
 * @param keepEpochs whether the model of each epoch is kept, to be asked later; decides no result
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
    long seed,
    Split.Protocol protocol,
    List<Choice> standardizers,
    double wantedRecall,
    boolean keepEpochs) {

  /** A specification of a run that keeps the models of its last and its best epoch only. */
  public RunSpec(
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
      long seed,
      Split.Protocol protocol,
      List<Choice> standardizers,
      double wantedRecall) {
    this(
        data,
        source,
        duplicates,
        splitter,
        augmenters,
        model,
        input,
        engine,
        plan,
        evaluators,
        explainers,
        explained,
        seed,
        protocol,
        standardizers,
        wantedRecall,
        false);
  }

  /** Copies the lists; specifications of before there were protocols are clean. */
  public RunSpec {
    protocol = Objects.requireNonNullElse(protocol, Split.Protocol.CLEAN);
    standardizers = List.copyOf(Objects.requireNonNullElse(standardizers, List.of()));
    if (!(wantedRecall >= 0 && wantedRecall <= 1)) {
      throw new IllegalArgumentException(
          "The wanted recall must be in [0, 1]; it was " + wantedRecall);
    }
    augmenters = List.copyOf(augmenters);
    evaluators = List.copyOf(evaluators);
    explainers = List.copyOf(explainers);
    if (explained < 0) {
      throw new IllegalArgumentException(
          "The number of images to explain must be 0 or more; it was " + explained);
    }
  }

  /** This specification with its data opened by another source, or by its own with other values. */
  public RunSpec withSource(Choice other) {
    return with(data, other, evaluators, explainers);
  }

  /** This specification for the same data at another address. */
  public RunSpec withData(String address) {
    return with(address, source, evaluators, explainers);
  }

  /** This specification with the predictions judged and explained by others. */
  public RunSpec withJudges(List<Choice> otherEvaluators, List<Choice> otherExplainers) {
    return with(data, source, otherEvaluators, otherExplainers);
  }

  private RunSpec with(
      String newData, Choice newSource, List<Choice> newEvaluators, List<Choice> newExplainers) {
    return new RunSpec(
        newData,
        newSource,
        duplicates,
        splitter,
        augmenters,
        model,
        input,
        engine,
        plan,
        newEvaluators,
        newExplainers,
        explained,
        seed,
        protocol,
        standardizers,
        wantedRecall,
        keepEpochs);
  }
}
