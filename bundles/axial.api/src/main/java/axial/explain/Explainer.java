package axial.explain;

import axial.data.Image;
import axial.job.Extension;
import axial.job.Progress;
import axial.job.Seed;
import axial.job.Settings;
import axial.model.Model;
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
}
