package axial.data;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The frozen hold-outs of the workspace. Thread-safe. */
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
   * Freezes images for good.
   *
   * @throws axial.job.ProblemException of kind USAGE when there is a hold-out of that name already,
   *     of kind OUTPUT when it cannot be written
   */
  HoldOut freeze(String name, String data, Set<String> ids);

  /**
   * Refuses samples of which one is frozen; called before anything learns from them.
   *
   * @throws axial.job.ProblemException of kind USAGE that names the hold-out and a frozen sample
   */
  void requireFree(List<Sample> samples);
}
