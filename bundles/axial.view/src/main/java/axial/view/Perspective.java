package axial.view;

/** The jobs that the window can be arranged for, in the order in which a lab does them. */
public enum Perspective {
  /** Load scans, clean them, split them. */
  DATA("Data"),
  /** Choose a network and watch it learn. */
  TRAIN("Train"),
  /** See what it does right and wrong. */
  EVALUATE("Evaluate"),
  /** See where it looked. */
  EXPLAIN("Explain"),
  /** See what is installed. */
  EXTENSIONS("Extensions");

  private final String title;

  Perspective(String title) {
    this.title = title;
  }

  /** Its name on the screen. */
  public String title() {
    return title;
  }
}
