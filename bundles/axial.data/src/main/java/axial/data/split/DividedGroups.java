package axial.data.split;

import axial.data.Labels;
import axial.data.Sample;
import axial.job.Seed;
import java.util.List;

/** Takes a share of groups, for those who are not splitters. */
public final class DividedGroups {

  private DividedGroups() {}

  /**
   * Draws whole groups so that each class comes as near to the share as they let it.
   *
   * @param labels the classes
   * @param groups at least one sample each
   * @param share above 0 and below 1
   * @param name of what is drawn, such as "frozen part", for messages
   * @return the groups that are drawn
   * @throws axial.job.ProblemException of kind INPUT when what is drawn or the rest would lack a
   *     class
   */
  public static List<List<Sample>> share(
      Labels labels, List<List<Sample>> groups, double share, Seed seed, String name) {
    Groups all = Groups.of(labels.count(), groups, seed);
    List<Groups> parts = all.divided(seed.derive("place"), 1 - share, share);
    Completeness completeness = new Completeness(labels, all);
    String into = "the %s and the rest".formatted(name);
    completeness.require(parts.get(1), name, into, 2);
    completeness.require(parts.get(0), "rest", into, 2);
    return parts.get(1).list();
  }
}
