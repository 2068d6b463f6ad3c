package axial.extensions.kit;

import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.extension.ContractKit.Check;
import axial.job.Progress;
import axial.model.ModelFactory;
import axial.run.RunRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Bundle;

/** Trains each model of a bundle twice on a few phantoms and looks at what it predicts. */
final class PredictionCheck {

  static final String NAME = "its models train and predict";

  private static final double SUM_WITHIN = 1e-4;

  private final Subject subject;
  private final SmallRun small;

  PredictionCheck(Subject subject, SmallRun small) {
    this.subject = subject;
    this.small = small;
  }

  Check run(Bundle bundle) {
    Set<String> models = new TreeSet<>();
    subject.services(
        bundle,
        service -> {
          if (service instanceof ModelFactory model) {
            models.add(model.id());
          }
        });
    int images = 0;
    for (String model : models) {
      images += predictions(model);
    }
    return models.isEmpty()
        ? Checks.skipped(NAME, "It brings no model.")
        : Checks.ok(
            NAME,
            "%s on %d phantoms: of sum 1, and the same twice."
                .formatted(String.join(", ", models), images));
  }

  private int predictions(String model) {
    RunRecord first = train(model, "first");
    RunRecord second = train(model, "second");
    List<Prediction> once = predicted(first).list();
    List<Prediction> again = predicted(first).list();
    List<Prediction> other = predicted(second).list();
    for (int i = 0; i < once.size(); i++) {
      double[] probabilities = once.get(i).probabilities();
      double sum = Arrays.stream(probabilities).sum();
      if (!(Math.abs(sum - 1) <= SUM_WITHIN)
          || Arrays.stream(probabilities).anyMatch(p -> !(p >= 0 && p <= 1))) {
        throw ServicesCheck.problem(
            "%s predicts %s, which are no probabilities."
                .formatted(model, Arrays.toString(probabilities)),
            "End with one sigmoid unit or a softmax unit a class; lower the learning rate if they"
                + " are not numbers.");
      }
      if (!Arrays.equals(probabilities, again.get(i).probabilities())) {
        throw ServicesCheck.problem(
            "%s predicts another probability when it is asked again.".formatted(model),
            "Leave chance out of the prediction.");
      }
      if (!Arrays.equals(probabilities, other.get(i).probabilities())) {
        throw ServicesCheck.problem(
            "%s trained twice with one seed predicts two things.".formatted(model),
            "Let network() depend on nothing but what it is given.");
      }
    }
    return once.size();
  }

  private RunRecord train(String model, String name) {
    return small.train(model, model + "-" + name, Map.of());
  }

  private Predictions predicted(RunRecord run) {
    return small.runs().predict(run.folder(), OptionalInt.empty(), List.of(), Progress.none());
  }
}
