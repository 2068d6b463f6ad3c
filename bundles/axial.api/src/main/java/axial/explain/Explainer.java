package axial.explain;

import axial.data.Image;
import axial.job.Extension;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Settings;
import axial.model.Model;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;

/** Explains single predictions of a model. */
@ConsumerType
public interface Explainer extends Extension {

  /**
   * Explains why the model gives this class its probability. Called on a background thread; asks
   * the model for many predictions.
   *
   * @param image of the model's input shape
   * @param label the class to explain
   * @param seed decides all that is random; the same seed gives the same explanation
   * @throws axial.job.CancelledException when cancelled
   */
  Explanation explain(
      Model model, Image image, int label, Settings settings, Seed seed, Progress progress);

  /**
   * Explains as above, with the same outcome bit by bit, and hands on what can be said before all
   * answers are there. An explainer that cannot say anything earlier hands nothing on.
   *
   * @param partial gets explanations by some of the answers, each by more than the one before,
   *     never the final one; called on the calling thread, must return soon and not throw
   */
  default Explanation explain(
      Model model,
      Image image,
      int label,
      Settings settings,
      Seed seed,
      Progress progress,
      Consumer<Explanation> partial) {
    return explain(model, image, label, settings, seed, progress);
  }
}
