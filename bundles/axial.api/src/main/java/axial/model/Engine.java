package axial.model;

import axial.data.Labels;
import axial.job.Extension;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Seed;
import java.nio.file.Path;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Makes networks trainable, on a native library of its own. Thread-safe. */
@ConsumerType
public interface Engine extends Extension {

  /**
   * A new model with Keras's initial weights: Glorot uniform, zero bias, drawn from {@code seed}.
   *
   * @throws axial.job.ProblemException of kind USAGE when the number of classes does not fit
   */
  TrainableModel create(Network network, Labels labels, Seed seed);

  /**
   * A model as it was saved.
   *
   * @throws axial.job.ProblemException of kind INPUT when the file is damaged, is not of this
   *     network, or holds anything that a model file has no need of
   */
  TrainableModel load(Path file, Network network, Labels labels);

  /**
   * Measures where the time of a training step goes, on made-up images.
   *
   * @param images in a batch
   * @param steps how many are measured, after a few that are not
   * @throws axial.job.CancelledException when cancelled, within a step
   * @throws axial.job.ProblemException of kind USAGE when the engine does not measure this
   */
  default Profile profile(Network network, int images, int steps, Progress progress) {
    throw ProblemException.of(
        Problem.Kind.USAGE,
        "The engine \"" + id() + "\" does not tell where its time goes.",
        "Choose another engine.");
  }

  /**
   * What it runs on, for the record: backend, classifier, threads, cache and the like; under {@code
   * note} one sentence that every user should read, such as what it does without.
   */
  Map<String, String> platform();

  /**
   * How many bytes of native memory it holds now, all models together, or 0 when it does not know.
   * Asked after each batch; returns at once.
   */
  default long nativeBytes() {
    return 0;
  }
}
