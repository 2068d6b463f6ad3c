package axial.extensions.resolve;

import java.util.List;

/** What a bundle needs, in words. */
public final class Needs {

  private Needs() {}

  /** Such as {@code axial.model 1.4} and {@code Java 17}, in the order of the alphabet. */
  public static List<String> of(Described described) {
    return Need.words(described);
  }
}
