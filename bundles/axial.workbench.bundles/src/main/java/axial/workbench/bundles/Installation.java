package axial.workbench.bundles;

import axial.view.Subscription;
import java.nio.file.Path;
import java.util.List;

/**
 * What is installed, and how it is changed. All methods but {@link #watch} may take long and are
 * called on a background thread; they throw {@link axial.job.ProblemException} of kind EXTENSION
 * when the framework refuses, of kind INPUT when a file is no bundle.
 */
interface Installation {

  /** All bundles, in the order of their symbolic names. */
  List<BundleInfo> list();

  /** Starts a bundle. */
  void start(long id);

  /** Stops a bundle until it is started or Axial is. */
  void stop(long id);

  /**
   * Replaces a bundle by another version of itself and starts it when it was started. The file of a
   * bundle that was plugged in is replaced too.
   *
   * @param refresh whether bundles that use its packages get those of the new version at once;
   *     never while a training runs
   * @return what happened, one sentence
   */
  String update(long id, Path jar, boolean refresh);

  /**
   * Removes a bundle and, when it was plugged in, its file.
   *
   * @param refresh as in {@link #update}
   * @return what happened, one sentence
   */
  String remove(long id, boolean refresh);

  /**
   * Keeps a copy of a jar among the plug-ins, installs and starts it.
   *
   * @return what happened, one sentence
   */
  String install(Path jar);

  /** Calls a listener on whatever thread after each change, until the subscription is cancelled. */
  Subscription watch(Runnable listener);
}
