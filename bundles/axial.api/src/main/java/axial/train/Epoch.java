package axial.train;

/**
 * One finished epoch.
 *
 * @param number from 1 on
 * @param train over the training part, while the weights were changing and dropout was on
 * @param validation over the validation part, after the epoch, nothing random
 * @param learningRate that this epoch was trained with
 * @param nextLearningRate after the schedules had their say
 * @param seconds how long it took
 */
public record Epoch(
    int number,
    Metrics train,
    Metrics validation,
    double learningRate,
    double nextLearningRate,
    double seconds) {

  /**
   * One of its figures by Keras's name: {@code loss}, {@code accuracy}, {@code recall}, {@code
   * val_loss}, {@code val_accuracy}, {@code val_recall}.
   */
  public double figure(String name) {
    return switch (name) {
      case "loss" -> train.loss();
      case "accuracy" -> train.accuracy();
      case "recall" -> train.recall();
      case "val_loss" -> validation.loss();
      case "val_accuracy" -> validation.accuracy();
      case "val_recall" -> validation.recall();
      default -> throw new IllegalArgumentException("An epoch has no figure called " + name);
    };
  }
}
