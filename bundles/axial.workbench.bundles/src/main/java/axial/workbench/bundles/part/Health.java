package axial.workbench.bundles.part;

/** How well a bundle does, the worst first. */
public enum Health {
  /** It cannot be used. */
  FAILED,
  /** One of its extensions failed. */
  PARTLY,
  /** It is not started. */
  STOPPED,
  /** It does what it should. */
  WORKS
}
