package axial.job;

import java.util.List;

/**
 * What all services that a bundle can contribute have in common: a name to choose them by, a
 * sentence about them, and settings. Methods may be called from any thread, return at once, and
 * always give the same answer.
 */
public interface Extension {

  /**
   * Short lower-case name by which a user chooses it, such as {@code final} or {@code lime}. When
   * two services of one type have the same name, the one with the higher service ranking is used.
   */
  String id();

  /** One sentence for a researcher. */
  String description();

  /** Its settings; empty when it has none. */
  List<Setting> settings();
}
