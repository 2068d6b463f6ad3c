package axial.workbench.bundles;

import axial.view.Subscription;
import java.util.List;

/**
 * All bundles of the window, and what can be done to a single one of them; how the extensions are
 * changed is with {@link axial.extension.Installation}. All methods but {@link #watch} may take
 * long and are called on a background thread; they throw {@link axial.job.ProblemException} of kind
 * EXTENSION when the framework refuses.
 */
interface Bundles {

  /**
   * The bundles of the framework, and the extensions that are installed and not started, in the
   * order of their symbolic names.
   */
  List<BundleInfo> list();

  /** Starts a bundle. */
  void start(long id);

  /** Stops a bundle until it is started or Axial is. */
  void stop(long id);

  /**
   * Deletes the jar of a bundle that lies in the folder {@code plugins}; whoever watches that
   * folder lets the bundle go.
   *
   * @return what happened, one sentence
   */
  String unplug(long id);

  /** Calls a listener on whatever thread after each change, until the subscription is cancelled. */
  Subscription watch(Runnable listener);
}
