package axial.cli;

import axial.job.Problem;
import axial.job.ProblemException;
import java.io.File;
import java.util.List;

/** Folders that make one data set. */
final class DataFolders {

  private DataFolders() {}

  /**
   * One address for all folders.
   *
   * @throws ProblemException of kind USAGE when they cannot be joined
   */
  static String address(List<String> folders) {
    if (folders.size() > 1) {
      for (String folder : folders) {
        if (folder.contains(File.pathSeparator)) {
          throw ProblemException.of(
              Problem.Kind.USAGE,
              "The folder \"%s\" cannot be joined with others, as its name has a \"%s\"."
                  .formatted(folder, File.pathSeparator),
              "Rename it, or give a link to it.");
        }
      }
    }
    return String.join(File.pathSeparator, folders);
  }
}
