package axial.model;

import axial.data.Shape;
import axial.job.Extension;
import axial.job.Settings;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Describes one model of the zoo; this is what a lab's model bundle contributes. */
@ConsumerType
public interface ModelFactory extends Extension {

  /**
   * The network for such images and that many classes. Returns at once and loads no engine.
   *
   * @param input shape of one image; 150x150x3 by default
   * @param classes at least 2
   * @throws axial.job.ProblemException of kind USAGE when it cannot be built that way
   */
  Network network(Shape input, int classes, Settings settings);

  /**
   * How this model is trained best: values by name as in {@link axial.run.RunRequest#set()}, such
   * as {@code train.epochs}. They stand where the user gives no value; empty for the common
   * defaults.
   */
  default Map<String, String> recipe() {
    return Map.of();
  }
}
