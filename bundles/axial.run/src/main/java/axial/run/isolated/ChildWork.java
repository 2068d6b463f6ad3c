package axial.run.isolated;

import axial.eval.Prediction;
import axial.run.ExplainedSample;
import axial.run.Runs;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** What a process does by its order, and says to who gave it. */
record ChildWork(Runs runs, Speaker speaker) {

  void carryOut(Order order) {
    if (order instanceof Order.Make make) {
      runs.run(runs.specify(make.request()), Optional.of(Path.of(make.folder())), speaker, speaker);
    } else if (order instanceof Order.Evaluate evaluate) {
      runs.evaluate(Path.of(evaluate.folder()), speaker, speaker);
    } else if (order instanceof Order.Predict predict) {
      runs.predict(Path.of(predict.folder()), predict.of(), predict.images(), speaker)
          .list()
          .forEach(this::say);
    } else if (order instanceof Order.Explain explain) {
      runs.explain(Path.of(explain.folder()), explain.request(), speaker, speaker)
          .forEach(this::say);
    }
  }

  private void say(Prediction prediction) {
    speaker.say(
        new ChildLine.Predicted(Arrays.stream(prediction.probabilities()).boxed().toList()));
  }

  private void say(ExplainedSample explained) {
    speaker.say(
        new ChildLine.Explained(
            explained.sample().id(),
            explained.explanation().explainer(),
            explained.settings(),
            explained.seed().stream().boxed().toList()));
  }
}
