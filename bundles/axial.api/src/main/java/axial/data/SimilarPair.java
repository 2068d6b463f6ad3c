package axial.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Two samples that look alike, and how much.
 *
 * @param first the one that comes first in the data set
 * @param second the other one
 * @param kind what they are to each other
 * @param relation how the second came from the first, in a few words such as "mirrored" or "rotated
 *     by 90 degrees"; empty when it is upright
 * @param distances named measures in the order to be shown, such as {@code phash} (bits of 64) or
 *     {@code correlation} (-1 to 1)
 */
public record SimilarPair(
    Sample first, Sample second, Kind kind, String relation, Map<String, Double> distances) {

  /** What two samples are to each other. */
  public enum Kind {
    /** The same picture, pixel by pixel. */
    EXACT,
    /** The same picture, encoded, sized, lit, bordered, mirrored or turned otherwise. */
    NEAR,
    /** Different pictures that may be neighbours in one series of one head; not duplicates. */
    SERIES,
    /** They look like the same picture, but a person says that they are not; not duplicates. */
    DISTINCT;

    /** Whether pairs of this kind are duplicates. */
    public boolean duplicates() {
      return this == EXACT || this == NEAR;
    }
  }

  /** Copies the distances in their order. */
  public SimilarPair {
    distances = Collections.unmodifiableMap(new LinkedHashMap<>(distances));
  }

  /** The same pair as one that a person has told apart. */
  SimilarPair toldApart() {
    return new SimilarPair(first, second, Kind.DISTINCT, relation, distances);
  }
}
