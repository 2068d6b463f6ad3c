package axial.data;

/**
 * Two contents that look alike and that a person says are different pictures, in the order of their
 * ids.
 *
 * @param first a content id
 * @param second another one
 */
public record Distinction(String first, String second) {

  /** Puts the ids in order and checks that they differ: the same pixels are the same picture. */
  public Distinction {
    if (first.isBlank() || second.isBlank() || first.equals(second)) {
      throw new IllegalArgumentException(
          "Two contents are told apart by two ids, not \"%s\" and \"%s\"."
              .formatted(first, second));
    }
    if (first.compareTo(second) > 0) {
      String smaller = second;
      second = first;
      first = smaller;
    }
  }

  /** Whether it is about that content. */
  public boolean isAbout(String id) {
    return first.equals(id) || second.equals(id);
  }
}
