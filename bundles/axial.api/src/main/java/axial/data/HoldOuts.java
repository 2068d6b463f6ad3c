package axial.data;

import axial.job.Choice;
import axial.job.Seed;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The frozen hold-outs of the workspace. Thread-safe. Every method reads the files anew and refuses
 * with a problem of kind INPUT when one was changed or is damaged: what is frozen is then not
 * known.
 */
@ProviderType
public interface HoldOuts {

  /** All of them, in the order of their names. */
  List<HoldOut> all();

  /**
   * One of them.
   *
   * @throws axial.job.ProblemException of kind USAGE that names those that there are
   */
  HoldOut find(String name);

  /**
   * Draws images from a data set, stratified by class, and freezes them for good. Groups and groups
   * of duplicates stay whole, those that have a part in another hold-out are not drawn from.
   *
   * @param name letters, digits, points, hyphens and underscores
   * @param source what opened the data set, with all its settings
   * @param duplicates those of the data set
   * @param share of the distinct images, above 0 and below 1
   * @throws axial.job.ProblemException of kind USAGE when there is a hold-out of that name already
   *     or the name or share cannot be, of kind INPUT when a class is too small, of kind OUTPUT
   *     when it cannot be written
   */
  HoldOut freeze(
      String name,
      Dataset dataset,
      Choice source,
      List<DuplicateGroup> duplicates,
      double share,
      Seed seed);

  /**
   * Refuses samples of which one is frozen; called before anything learns from them.
   *
   * @throws axial.job.ProblemException of kind USAGE that names the hold-out and a frozen sample
   */
  void requireFree(List<Sample> samples);

  /** How often a hold-out was used, and with what outcome, in the order of time. */
  List<HoldOut.Use> uses(String name);

  /**
   * Writes a use down.
   *
   * @throws axial.job.ProblemException of kind OUTPUT when it cannot be written
   */
  void use(String name, HoldOut.Use use);
}
