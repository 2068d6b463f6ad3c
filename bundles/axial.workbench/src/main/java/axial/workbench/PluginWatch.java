package axial.workbench;

import axial.extension.Leases;
import axial.extension.LooseJars;
import axial.job.ProblemException;
import axial.workbench.shell.Workbench;
import java.awt.EventQueue;
import java.util.Optional;

/** Jars that are built anew are swapped under the open window, which tells of it. */
final class PluginWatch {

  private PluginWatch() {}

  /**
   * Begins to watch.
   *
   * @param jars nothing when no bundle can watch them
   * @return what ends the watch
   */
  static Runnable of(Optional<LooseJars> jars, Workbench open) {
    if (jars.isEmpty()) {
      return () -> {};
    }
    try {
      Leases.Watch watch = jars.get().watch(swap -> EventQueue.invokeLater(() -> tell(open, swap)));
      return watch::close;
    } catch (ProblemException refused) {
      EventQueue.invokeLater(() -> open.tell(refused.problem()));
      return () -> {};
    }
  }

  private static void tell(Workbench open, LooseJars.Swap swap) {
    swap.problem()
        .ifPresentOrElse(
            open::tell,
            () ->
                open.note(
                    swap.jar().getFileName()
                        + (swap.removed() ? " is unplugged." : " is plugged in.")));
  }
}
