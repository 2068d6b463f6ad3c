package axial.run.stages;

import axial.job.CancelledException;
import axial.job.Extension;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.Extensions;
import axial.run.extensions.Names;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Calls extensions so that what they throw is told with their name and bundle. */
public final class Fence {

  private final Extensions extensions;

  /** A fence that reports failures to the registry. */
  public Fence(Extensions extensions) {
    this.extensions = extensions;
  }

  /** Calls an extension that the run cannot do without. */
  public <T> T call(Class<? extends Extension> type, Extension extension, Supplier<T> work) {
    try {
      return work.get();
    } catch (ProblemException | CancelledException told) {
      throw told;
    } catch (RuntimeException | LinkageError broken) {
      extensions.reportFailure(extension, broken);
      throw new ProblemException(
          new Problem(
              Problem.Kind.EXTENSION,
              "The %s \"%s\" of bundle %s failed: %s."
                  .formatted(
                      Names.of(type),
                      nameOf(extension),
                      Names.bundleOf(extension),
                      Names.of(broken)),
              "Update or remove that bundle, or choose another one."),
          broken);
    }
  }

  /** Calls an extension that the run can do without; a failure is handed to {@code setAside}. */
  public void attempt(
      Class<? extends Extension> type,
      Extension extension,
      Runnable work,
      Consumer<ProblemException> setAside) {
    try {
      call(
          type,
          extension,
          () -> {
            work.run();
            return extension;
          });
    } catch (ProblemException failed) {
      setAside.accept(failed);
    }
  }

  private static String nameOf(Extension extension) {
    try {
      return extension.id();
    } catch (RuntimeException | LinkageError broken) {
      return extension.getClass().getSimpleName();
    }
  }
}
