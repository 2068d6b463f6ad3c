package axial.workbench.bundles;

import axial.workbench.bundles.change.Changes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the list of bundles can show and ask. Only on the event dispatch thread. */
interface BundlesScreen extends Changes.Screen {

  /**
   * Shows lines and marks one of them.
   *
   * @param rows those that the filter lets through
   * @param all how many there are without a filter
   * @param chosen the marked one
   */
  void show(List<BundleRow> rows, int all, Optional<BundleRow> chosen);

  /** Asks for a jar; nothing when the user chooses none. */
  Optional<Path> askForJar(String title);
}
