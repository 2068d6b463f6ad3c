package axial.extension;

import axial.job.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Checks whether a bundle keeps the contract of extensions, before it is shared. The bundle runs in
 * a process of its own, without a display, with nothing but Axial's own bundles beside it and an
 * empty workspace. This guards Axial against one that hangs or crashes; it is no sandbox.
 */
@ProviderType
public interface ContractKit {

  /**
   * Checks a bundle; takes up to some minutes.
   *
   * @param jar the bundle
   * @param listener hears each check as it ends, on the calling thread
   * @return all checks in their order
   * @throws axial.job.ProblemException of kind INPUT when the file is no bundle, of kind MACHINE
   *     when no process can be started
   * @throws axial.job.CancelledException when cancelled; the process is ended then
   */
  List<Check> check(Path jar, Consumer<Check> listener, Progress progress);

  /**
   * One check.
   *
   * @param name what is checked, in a few words
   * @param outcome how it went
   * @param text what is wrong, or why it was skipped, in one sentence; what was seen when all is
   *     well
   * @param remedy what to do, in one sentence; empty when all is well
   */
  record Check(String name, Outcome outcome, String text, String remedy) {}

  /** How a check can go. */
  enum Outcome {
    /** All is well. */
    OK,
    /** Something is wrong. */
    FAILED,
    /** It does not apply to this bundle, or an earlier failure leaves nothing to check. */
    SKIPPED
  }
}
