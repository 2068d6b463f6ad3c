package axial.train;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One finished epoch.
 *
 * @param number from 1 on
 * @param train over the training part, while the weights were changing and dropout was on
 * @param validation over the validation part, after the epoch, nothing random
 * @param learningRate that this epoch was trained with
 * @param nextLearningRate after the schedules had their say
 * @param seconds how long it took; pauses, checkpoint and listeners of the whole epoch not counted
 * @param times what the time went to
 * @param confusion how the validation part was called after the epoch, {@code [truth][prediction]}
 *     in the order of the labels, decided as {@link Metrics} are; empty where an older history does
 *     not say
 */
public record Epoch(
    int number,
    Metrics train,
    Metrics validation,
    double learningRate,
    double nextLearningRate,
    double seconds,
    Times times,
    List<List<Integer>> confusion) {

  /** Takes what is missing, as in a history of before it was kept, for unknown. */
  public Epoch {
    times = Objects.requireNonNullElse(times, Times.UNKNOWN);
    List<List<Integer>> counts = Objects.requireNonNullElse(confusion, List.of());
    confusion = counts.stream().map(List::copyOf).toList();
  }

  /** An epoch of which it is not known how the validation part was called. */
  public Epoch(
      int number,
      Metrics train,
      Metrics validation,
      double learningRate,
      double nextLearningRate,
      double seconds,
      Times times) {
    this(number, train, validation, learningRate, nextLearningRate, seconds, times, List.of());
  }

  /** This epoch with another rate after it. */
  public Epoch withNextLearningRate(double rate) {
    return new Epoch(number, train, validation, learningRate, rate, seconds, times, confusion);
  }

  /**
   * What the time went to, in seconds. The checkpoint of an epoch and the listeners that are told
   * of it come after it and count for the next one.
   *
   * @param data waiting until a batch was ready
   * @param compute training steps
   * @param validation predicting the validation part
   * @param listeners telling listeners
   * @param checkpoint writing the model and the history
   */
  public record Times(
      double data, double compute, double validation, double listeners, double checkpoint) {

    /** Nothing is known. */
    public static final Times UNKNOWN = new Times(0, 0, 0, 0, 0);

    /** The times of all epochs together. */
    public static Times of(List<Epoch> epochs) {
      Times sum = UNKNOWN;
      for (Epoch epoch : epochs) {
        Times t = epoch.times;
        sum =
            new Times(
                sum.data + t.data,
                sum.compute + t.compute,
                sum.validation + t.validation,
                sum.listeners + t.listeners,
                sum.checkpoint + t.checkpoint);
      }
      return sum;
    }

    /** The shares in words, or nothing when nothing is known. */
    public Optional<String> shares() {
      double percent = (data + compute + validation + listeners + checkpoint) / 100;
      return percent == 0
          ? Optional.empty()
          : Optional.of(
              String.format(
                  Locale.ROOT,
                  "%.0f %% computing, %.0f %% validating, %.0f %% waiting for data, %.0f %% telling"
                      + " listeners, %.0f %% writing checkpoints",
                  compute / percent,
                  validation / percent,
                  data / percent,
                  listeners / percent,
                  checkpoint / percent));
    }
  }

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
