package axial.workbench.explanation;

import java.util.OptionalInt;

/**
 * Which test images are listed.
 *
 * @param verdict right, wrong or both
 * @param label only those of this true class
 */
record CaseFilter(Verdict verdict, OptionalInt label) {

  /** All of them. */
  static final CaseFilter ALL = new CaseFilter(Verdict.ALL, OptionalInt.empty());

  /** Right, wrong or both. */
  enum Verdict {
    /** Both. */
    ALL("Right and wrong"),
    /** Wrong ones only. */
    WRONG("Wrong only"),
    /** Right ones only. */
    RIGHT("Right only");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** Whether an image is listed. */
  boolean accepts(RunCase one) {
    boolean wanted =
        switch (verdict) {
          case ALL -> true;
          case WRONG -> !one.right();
          case RIGHT -> one.right();
        };
    return wanted && (label.isEmpty() || label.getAsInt() == one.truth());
  }
}
