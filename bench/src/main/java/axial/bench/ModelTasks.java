package axial.bench;

import axial.data.Image;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Settings;
import axial.lime.LimeExplainer;
import axial.model.Batch;
import axial.model.Model;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/** The tasks that any model of Axial can do. */
final class ModelTasks {

  private ModelTasks() {}

  static Work prepare(Task task, Model model) throws IOException {
    Image image = Material.image();
    return switch (task.kind()) {
      case "predict" -> {
        Batch batch = Material.batch(task.size());
        yield () -> positive(model.predict(batch));
      }
      case "plain" ->
          () -> positive(model.predict(task.size(), (index, values) -> values.put(image.values())));
      case "lime" -> {
        LimeExplainer lime = new LimeExplainer();
        Settings settings =
            Settings.of("lime", lime.settings(), Map.of("num-samples", "" + task.size()));
        yield () ->
            new double[] {
              lime.explain(model, image, 1, settings, new Seed(1), Progress.none()).probability()
            };
      }
      default -> throw new UnsupportedOperationException("it does not " + task.kind());
    };
  }

  private static double[] positive(double[][] probabilities) {
    return Arrays.stream(probabilities).mapToDouble(p -> p[Material.LABELS.positive()]).toArray();
  }
}
