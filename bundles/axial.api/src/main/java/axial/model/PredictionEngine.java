package axial.model;

import axial.data.Labels;
import axial.job.Extension;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Makes models that only predict, faster than an {@link Engine} does. Thread-safe. */
@ConsumerType
public interface PredictionEngine extends Extension {

  /**
   * A model that gives the answers of the trained one, to about 1e-5.
   *
   * @param parameters of the trained model
   * @throws axial.job.ProblemException when the network cannot be expressed or the native library
   *     does not start
   */
  Model prepare(Network network, Labels labels, List<Parameter> parameters);

  /** What it runs on, for the record. */
  Map<String, String> platform();
}
