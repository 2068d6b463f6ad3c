package axial.eval;

import axial.job.Extension;
import axial.job.Seed;
import axial.job.Settings;
import org.osgi.annotation.versioning.ConsumerType;

/** Judges predictions. */
@ConsumerType
public interface Evaluator extends Extension {

  /**
   * What there is to say of these predictions. Called on a background thread.
   *
   * @param seed decides all that is random, such as a bootstrap
   */
  Evaluation evaluate(EvaluationData data, Settings settings, Seed seed);
}
