package axial.model;

import axial.job.Seed;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** A model that can be trained. One thread trains; others may predict between its steps. */
@ProviderType
public interface TrainableModel extends Model {

  /**
   * Makes one training step.
   *
   * @param batch images of the network's input shape
   * @param labels the true class of each image
   * @param weights the weight of each image in the loss; all 1 for the plain mean
   * @param seed decides the dropout of this step
   * @return what the network said during the step, before the weights changed
   * @throws axial.job.ProblemException of kind MACHINE when memory does not suffice
   */
  Step fit(Batch batch, int[] labels, double[] weights, Seed seed);

  /**
   * The outcome of one training step.
   *
   * @param loss weighted mean loss over the batch, dropout on
   * @param probabilities of all classes for each image, dropout on
   */
  record Step(double loss, double[][] probabilities) {}

  /** Sets the learning rate for the next steps. */
  void setLearningRate(double learningRate);

  /** Its weights as they are now, copied. */
  List<Parameter> parameters();

  /**
   * Writes weights and optimiser state to a file, so that {@link Engine#load} gives a model that
   * goes on exactly where this one stands. The file must not exist.
   *
   * @throws axial.job.ProblemException of kind OUTPUT when it cannot be written
   */
  void save(Path file);
}
