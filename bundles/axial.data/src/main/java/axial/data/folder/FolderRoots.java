package axial.data.folder;

import axial.job.Problem;
import axial.job.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The folders that an address names: one, or several that are joined by the path separator of the
 * platform and make one data set.
 *
 * @param roots at least one; none lies in another
 */
record FolderRoots(List<Root> roots) {

  /**
   * One of the folders.
   *
   * @param folder its real path
   * @param name its own name, which no other has
   * @param prefix what the sources of its images begin with; empty when it is the only folder
   */
  record Root(Path folder, String name, String prefix) {}

  /**
   * The folders of an address. An address that exists as it is written is one folder, whatever
   * characters it has.
   */
  static FolderRoots of(String address) {
    List<Path> folders = new ArrayList<>();
    for (String part : parts(address)) {
      folders.add(folder(part));
    }
    requireApart(folders);
    Set<String> taken = new TreeSet<>();
    List<Root> roots = new ArrayList<>();
    for (Path folder : folders) {
      String name = free(nameOf(folder), taken);
      roots.add(new Root(folder, name, folders.size() == 1 ? "" : name + "/"));
    }
    return new FolderRoots(List.copyOf(roots));
  }

  /** The names of the folders in words. */
  String name() {
    return roots.stream().map(Root::name).collect(Collectors.joining(" + "));
  }

  /** The folder that a source is of. */
  Root rootOf(String source) {
    return roots.stream()
        .filter(root -> source.startsWith(root.prefix()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No folder holds " + source));
  }

  /** The file of a source. */
  Path file(String source) {
    Root root = rootOf(source);
    return root.folder().resolve(source.substring(root.prefix().length()));
  }

  /** Whether there is more than one folder. */
  boolean several() {
    return roots.size() > 1;
  }

  private static List<String> parts(String address) {
    if (!address.contains(File.pathSeparator) || exists(address)) {
      return List.of(address);
    }
    return List.of(address.split(Pattern.quote(File.pathSeparator), -1));
  }

  private static boolean exists(String address) {
    try {
      return Files.exists(Path.of(address));
    } catch (InvalidPathException bad) {
      return false;
    }
  }

  private static void requireApart(List<Path> folders) {
    for (int i = 0; i < folders.size(); i++) {
      for (int j = 0; j < folders.size(); j++) {
        if (i != j && folders.get(j).startsWith(folders.get(i))) {
          throw ProblemException.of(
              Problem.Kind.USAGE,
              folders.get(i).equals(folders.get(j))
                  ? "The folder " + folders.get(i) + " is given twice."
                  : "The folder %s lies in %s.".formatted(folders.get(j), folders.get(i)),
              "Give folders that have no image in common.");
        }
      }
    }
  }

  private static String nameOf(Path folder) {
    Path name = folder.getFileName();
    return name == null ? "root" : name.toString();
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  private static Path folder(String address) {
    Path folder;
    try {
      folder = Path.of(address);
    } catch (InvalidPathException bad) {
      throw ProblemException.of(
          Problem.Kind.INPUT, "\"" + address + "\" is no folder.", "Give a folder of images.");
    }
    if (address.isBlank() || !Files.exists(folder)) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "There is no folder \"" + address + "\".",
          "Give a folder with one folder of images for each class, or phantom.");
    }
    if (!Files.isDirectory(folder)) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          address + " is a file, not a folder.",
          "Give a folder with one folder of images for each class.");
    }
    try {
      return folder.toRealPath();
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "The folder " + address + " cannot be read.",
              "Check that you may read it."),
          broken);
    }
  }
}
