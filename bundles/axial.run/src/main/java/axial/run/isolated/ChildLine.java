package axial.run.isolated;

import axial.job.Problem;
import axial.run.RunSpec;
import axial.run.Stage;
import axial.train.Epoch;
import axial.train.Metrics;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A line that a process writes. It names neither the run nor a path: those the process that reads
 * it knows better.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "line")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ChildLine.Started.class, name = "started"),
  @JsonSubTypes.Type(value = ChildLine.StageStarted.class, name = "stage-started"),
  @JsonSubTypes.Type(value = ChildLine.StageDone.class, name = "stage-done"),
  @JsonSubTypes.Type(value = ChildLine.BatchDone.class, name = "batch"),
  @JsonSubTypes.Type(value = ChildLine.EpochDone.class, name = "epoch"),
  @JsonSubTypes.Type(value = ChildLine.ExtensionFailed.class, name = "extension-failed"),
  @JsonSubTypes.Type(value = ChildLine.At.class, name = "at"),
  @JsonSubTypes.Type(value = ChildLine.Predicted.class, name = "predicted"),
  @JsonSubTypes.Type(value = ChildLine.Explained.class, name = "explained"),
  @JsonSubTypes.Type(value = ChildLine.Over.class, name = "over")
})
sealed interface ChildLine {

  /** The run begins. */
  record Started(RunSpec spec) implements ChildLine {}

  /** A stage begins. */
  record StageStarted(Stage stage) implements ChildLine {}

  /** A stage is done. */
  record StageDone(Stage stage, String summary) implements ChildLine {}

  /** A batch is trained. */
  record BatchDone(int epoch, int batch, int batches, Metrics metrics) implements ChildLine {}

  /** An epoch is trained. */
  record EpochDone(Epoch epoch, int epochs, boolean best) implements ChildLine {}

  /** An extension was set aside. */
  record ExtensionFailed(String extension, String bundle, String reason) implements ChildLine {}

  /** How far a task is. */
  record At(String task, long done, long total) implements ChildLine {}

  /** The probabilities of the next image that was to be predicted. */
  record Predicted(List<Double> probabilities) implements ChildLine {
    /** Copies the list. */
    public Predicted {
      probabilities = List.copyOf(probabilities);
    }
  }

  /**
   * An image is explained; the explanation lies in the folder of the run.
   *
   * @param image its content id
   * @param seed that was asked for; none or one
   */
  record Explained(String image, String explainer, Map<String, String> settings, List<Long> seed)
      implements ChildLine {
    /** Copies the collections. */
    public Explained {
      settings = Collections.unmodifiableMap(new TreeMap<>(settings));
      seed = List.copyOf(seed);
    }
  }

  /**
   * The work is over, and nothing else comes.
   *
   * @param stopped whether it was stopped before its end
   * @param problems why it failed; none when it did not
   */
  record Over(boolean stopped, List<Problem> problems) implements ChildLine {
    /** Copies the list. */
    public Over {
      problems = List.copyOf(problems);
    }

    /** It ended well. */
    static Over well() {
      return new Over(false, List.of());
    }

    /** It was stopped. */
    static Over halted() {
      return new Over(true, List.of());
    }

    /** It failed. */
    static Over failed(Problem problem) {
      return new Over(false, List.of(problem));
    }
  }
}
