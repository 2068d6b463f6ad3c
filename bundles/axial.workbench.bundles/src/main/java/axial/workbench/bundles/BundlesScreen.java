package axial.workbench.bundles;

import java.util.List;
import java.util.Optional;

/** What the list of bundles can show and ask. Only on the event dispatch thread. */
interface BundlesScreen {

  /**
   * Shows lines and marks one of them.
   *
   * @param rows those that the filter lets through
   * @param all how many there are without a filter
   * @param chosen the marked one
   */
  void show(List<BundleRow> rows, int all, Optional<BundleRow> chosen);

  /** Says whether a change is under way, during which no other can begin. */
  void busy(boolean busy);

  /** Asks before something is done that others would notice; {@code verb} stands on the button. */
  boolean confirm(String question, String verb);
}
