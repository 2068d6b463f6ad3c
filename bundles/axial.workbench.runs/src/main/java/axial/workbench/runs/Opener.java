package axial.workbench.runs;

import axial.job.Problem;
import axial.job.ProblemException;
import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens files and folders with the programs of the desktop; on a background thread. */
interface Opener {

  /**
   * Opens it.
   *
   * @throws ProblemException when it is not there or nothing can open it
   */
  void open(Path path);

  /** The desktop's own. */
  static void onDesktop(Path path) {
    if (!Files.exists(path)) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "There is no " + path.getFileName() + " in " + path.getParent() + ".",
          "Let the run finish first.");
    }
    try {
      if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
        Desktop.getDesktop().open(path.toFile());
        return;
      }
    } catch (IOException broken) {
      throw new ProblemException(unopened(path), broken);
    }
    throw new ProblemException(unopened(path));
  }

  private static Problem unopened(Path path) {
    return new Problem(
        Problem.Kind.MACHINE,
        "This desktop has no program that opens " + path + ".",
        "Open it by hand.");
  }
}
