package axial.dedup.search;

import java.util.BitSet;
import java.util.List;

/**
 * What a search found, by numbers of contents.
 *
 * @param kept those that are near to no earlier kept one
 * @param byHash what was found by hashes, in the order of the later ones: for a kept one some that
 *     may be of its series, for each other all kept ones that it is near to
 * @param names kept neighbours by name, all of which were compared
 * @param byName those of them that may be of one series
 * @param cutShort those with more candidates than were compared
 */
record Findings(
    BitSet kept,
    List<Edge> byHash,
    List<NameOrder.Neighbours> names,
    List<Edge> byName,
    BitSet cutShort) {

  Findings {
    byHash = List.copyOf(byHash);
    names = List.copyOf(names);
    byName = List.copyOf(byName);
  }
}
