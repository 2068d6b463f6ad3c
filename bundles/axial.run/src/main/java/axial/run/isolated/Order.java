package axial.run.isolated;

import axial.run.ExplainRequest;
import axial.run.RunRequest;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The first line that a process is given; after it come {@link #STOP} and {@link #FINISH}, and the
 * end of the input means to stop as well. Each order names a folder of the process's own.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "order")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Order.Make.class, name = "run"),
  @JsonSubTypes.Type(value = Order.Evaluate.class, name = "evaluate"),
  @JsonSubTypes.Type(value = Order.Predict.class, name = "predict"),
  @JsonSubTypes.Type(value = Order.Explain.class, name = "explain")
})
sealed interface Order {

  /** The line that stops the work. */
  String STOP = "stop";

  /** The line that ends the training with what it has. */
  String FINISH = "finish";

  /** What the work is called in a sentence. */
  String called();

  /** Makes a run. */
  record Make(RunRequest request, String folder) implements Order {
    @Override
    public String called() {
      return "run";
    }
  }

  /** Evaluates a run anew. */
  record Evaluate(String folder) implements Order {
    @Override
    public String called() {
      return "evaluation";
    }
  }

  /**
   * Predicts images of a run.
   *
   * @param epoch whose model is asked; none or one
   * @param images sources or content ids; none for the test part
   */
  record Predict(String folder, List<Integer> epoch, List<String> images) implements Order {
    /** Copies the lists. */
    public Predict {
      epoch = List.copyOf(epoch);
      images = List.copyOf(images);
    }

    @Override
    public String called() {
      return "prediction";
    }

    /** The epoch. */
    OptionalInt of() {
      return epoch.stream().mapToInt(Integer::intValue).findFirst();
    }
  }

  /**
   * Explains images of a run.
   *
   * @param images by name; with none, {@code scored} test images, or with 0 the run's own choice
   * @param label to explain; none or one, as with the epoch and the seed
   */
  record Explain(
      String folder,
      List<String> images,
      int scored,
      List<String> explainers,
      Map<String, String> set,
      List<String> label,
      List<Integer> epoch,
      List<Long> seed)
      implements Order {

    /** Copies the collections. */
    public Explain {
      images = List.copyOf(images);
      explainers = List.copyOf(explainers);
      set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
      label = List.copyOf(label);
      epoch = List.copyOf(epoch);
      seed = List.copyOf(seed);
    }

    static Explain of(String folder, ExplainRequest request) {
      return new Explain(
          folder,
          request.choice() instanceof ExplainRequest.Named named ? named.names() : List.of(),
          request.choice() instanceof ExplainRequest.Scored scored ? scored.count() : 0,
          request.explainers(),
          request.set(),
          request.label().stream().toList(),
          request.epoch().stream().boxed().toList(),
          request.seed().stream().boxed().toList());
    }

    @Override
    public String called() {
      return "explanation";
    }

    ExplainRequest request() {
      ExplainRequest.Choice choice =
          scored > 0
              ? new ExplainRequest.Scored(scored)
              : images.isEmpty()
                  ? new ExplainRequest.OwnChoice()
                  : new ExplainRequest.Named(images);
      return new ExplainRequest(
          choice,
          explainers,
          set,
          label.stream().findFirst(),
          epoch.stream().mapToInt(Integer::intValue).findFirst(),
          seed.stream().mapToLong(Long::longValue).findFirst());
    }
  }
}
