package axial.dedup.search;

import axial.data.SimilarPair;
import axial.dedup.look.Orientation;

/**
 * Two contents that were compared and found alike.
 *
 * @param first number of the earlier one
 * @param second number of the later one
 * @param kind NEAR or SERIES
 * @param relation how the second came from the first
 * @param phash bits that differ
 * @param dhash bits that differ
 * @param correlation of the contents
 * @param residual share of contrast that a fit leaves unexplained
 */
record Edge(
    int first,
    int second,
    SimilarPair.Kind kind,
    Orientation relation,
    int phash,
    int dhash,
    double correlation,
    double residual) {

  boolean near() {
    return kind == SimilarPair.Kind.NEAR;
  }

  /** The same as one of a series: without near hashes two pictures are not called copies. */
  Edge ofSeries() {
    return new Edge(
        first, second, SimilarPair.Kind.SERIES, relation, phash, dhash, correlation, residual);
  }

  /** The one with the smaller residual; this one when they are equal. */
  Edge closer(Edge other) {
    return other.residual < residual ? other : this;
  }

  /** The same between contents of other numbers. */
  Edge renumbered(int newFirst, int newSecond) {
    return new Edge(newFirst, newSecond, kind, relation, phash, dhash, correlation, residual);
  }
}
