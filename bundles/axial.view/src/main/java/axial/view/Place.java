package axial.view;

/** Where a view stands until the user moves it. Views of one place are tabs, in their order. */
public enum Place {
  /** A narrow column at the left: lists and filters. */
  LEFT,
  /** The middle, the largest. */
  CENTER,
  /** A column at the right: details of what is selected in the middle. */
  RIGHT,
  /** A strip below the middle. */
  BOTTOM
}
