package axial.data.folder;

import axial.data.Sample;
import axial.job.Problem;
import axial.job.ProblemException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files of a data set that is sent to another lab: its images, and the rules of its folders.
 */
final class SentFiles {

  /** The attribute of samples of several folders that names theirs. */
  static final String ROOT = "source";

  private SentFiles() {}

  /**
   * The files by their paths in what is sent, which are the sources.
   *
   * @throws ProblemException of kind INPUT when an image is gone
   */
  static Map<String, Path> of(FolderRoots roots, List<Sample> samples) {
    Map<String, Path> files = new TreeMap<>();
    for (Sample sample : samples) {
      Path file = roots.file(sample.source());
      if (!Files.isRegularFile(file)) {
        throw ProblemException.of(
            Problem.Kind.INPUT,
            "The image " + file + " is not there any more.",
            "Restore it, or pack the run without its images.");
      }
      files.put(sample.source(), file);
    }
    for (FolderRoots.Root root : roots.roots()) {
      Path rules = root.folder().resolve(ClassRules.FILE);
      if (Files.isRegularFile(rules)) {
        files.put(root.prefix() + ClassRules.FILE, rules);
      }
    }
    return files;
  }

  /** The address of what was sent: the folder, or those in it when there were several. */
  static String address(Path folder, List<Sample> samples) {
    List<String> names =
        samples.stream()
            .map(sample -> sample.attributes().getOrDefault(ROOT, ""))
            .distinct()
            .sorted()
            .toList();
    if (names.equals(List.of(""))) {
      return folder.toString();
    }
    if (folder.toString().contains(File.pathSeparator)) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The data lies in several folders in %s, whose name has a \"%s\"."
              .formatted(folder, File.pathSeparator),
          "Use a workspace without that character in its path.");
    }
    return names.stream()
        .map(name -> folder.resolve(name).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
