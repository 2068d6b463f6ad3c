package axial.eval;

import axial.job.Extension;
import axial.job.Settings;
import org.osgi.annotation.versioning.ConsumerType;

/** Judges predictions. */
@ConsumerType
public interface Evaluator extends Extension {

  /** What there is to say of these predictions. Called on a background thread. */
  Evaluation evaluate(Predictions predictions, Settings settings);
}
