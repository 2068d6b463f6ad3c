package axial.run.stages;

import axial.job.CancelledException;
import axial.job.Extension;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.Extensions;
import axial.run.extensions.Names;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls extensions so that what they throw is told with their name and bundle. */
public final class Fence {

  private final Extensions extensions;

  /** A fence that reports failures to the registry. */
  public Fence(Extensions extensions) {
    this.extensions = extensions;
  }

  /**
   * Calls an extension that the run cannot do without.
   *
   * @throws ProblemException of kind EXTENSION that names it when it throws or answers nothing
   */
  public <T> T call(Class<? extends Extension> type, Extension extension, Supplier<T> work) {
    try {
      return answered(work.get());
    } catch (ProblemException | CancelledException told) {
      throw told;
    } catch (NoAnswerException nothing) {
      throw failed(type, extension, "it answered nothing", nothing);
    } catch (RuntimeException | LinkageError broken) {
      throw failed(type, extension, Names.of(broken), broken);
    }
  }

  /** An extension returned null where its interface promises a value. */
  private static final class NoAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static <T> T answered(@Nullable T answer) {
    if (answer == null) {
      throw new NoAnswerException();
    }
    return answer;
  }

  private ProblemException failed(
      Class<? extends Extension> type, Extension extension, String why, Throwable cause) {
    extensions.reportFailure(extension, cause);
    return new ProblemException(
        new Problem(
            Problem.Kind.EXTENSION,
            "The %s \"%s\" of bundle %s failed: %s."
                .formatted(Names.of(type), nameOf(extension), Names.bundleOf(extension), why),
            "Update or remove that bundle, or choose another one."),
        cause);
  }

  /**
   * Calls an extension that the run can do without.
   *
   * @param taken is handed the answer
   * @param setAside is handed the failure of one that throws or answers nothing
   */
  public <T> void attempt(
      Class<? extends Extension> type,
      Extension extension,
      Supplier<T> work,
      Consumer<? super T> taken,
      Consumer<ProblemException> setAside) {
    try {
      taken.accept(call(type, extension, work));
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
