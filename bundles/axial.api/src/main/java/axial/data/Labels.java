package axial.data;

import java.util.HashSet;
import java.util.List;

/**
 * The classes of a data set, in order; a label is an index into them.
 *
 * @param names at least two different names, such as "no tumour" and "tumour"
 * @param positive index of the class that recall, precision and ROC are about
 */
public record Labels(List<String> names, int positive) {

  /** Copies the names and checks them. */
  public Labels {
    names = List.copyOf(names);
    if (names.size() < 2 || new HashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException(
          "A classifier needs at least two classes of different names; these are " + names);
    }
    if (positive < 0 || positive >= names.size()) {
      throw new IllegalArgumentException(
          "The positive class must be one of 0 to %d; it was %d."
              .formatted(names.size() - 1, positive));
    }
  }

  /** How many classes there are. */
  public int count() {
    return names.size();
  }

  /** The name of a class. */
  public String name(int label) {
    return names.get(label);
  }

  /** The name of the positive class. */
  public String positiveName() {
    return names.get(positive);
  }
}
