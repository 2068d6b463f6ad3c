package axial.data.folder;

import axial.data.LeftOut;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists the files below a folder that may be images; follows no link. */
final class FolderWalk extends SimpleFileVisitor<Path> {

  private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "jpe", "png");
  private static final int MOST_FILES = 2_000_000;

  private final Path folder;
  private final Progress progress;
  private final List<Path> candidates = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  private FolderWalk(Path folder, Progress progress) {
    this.folder = folder;
    this.progress = progress;
  }

  static FolderWalk of(Path folder, Progress progress) {
    FolderWalk walk = new FolderWalk(folder, progress);
    try {
      Files.walkFileTree(folder, walk);
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "The folder " + folder + " cannot be listed.",
              "Check that you may read it."),
          broken);
    }
    walk.candidates.sort(Comparator.comparing(walk::source));
    return walk;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    progress.check();
    if (directory.equals(folder) || !hidden(directory)) {
      return FileVisitResult.CONTINUE;
    }
    leave(directory, "It is a hidden folder.");
    return FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    progress.check();
    if (source(file).equals(ClassRules.FILE)) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isSymbolicLink()) {
      leave(file, "It is a symbolic link.");
    } else if (!attributes.isRegularFile()) {
      leave(file, "It is no ordinary file.");
    } else if (hidden(file)) {
      leave(file, "It is a hidden file.");
    } else if (!ENDINGS.contains(ending(source(file)))) {
      leave(file, "Its name does not end in .jpg, .jpeg, .jpe or .png.");
    } else {
      candidates.add(file);
    }
    if (candidates.size() + leftOut.size() > MOST_FILES) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The folder %s holds more than %d files.".formatted(folder, MOST_FILES),
          "Give a smaller folder.");
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException broken) throws IOException {
    if (file.equals(folder)) {
      throw broken;
    }
    leave(file, "It cannot be read.");
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException broken) {
    if (broken != null) {
      leave(directory, "It cannot be listed to its end.");
    }
    return FileVisitResult.CONTINUE;
  }

  /** The files that may be images, in the order of their sources. */
  List<Path> candidates() {
    return candidates;
  }

  /** What else was found. */
  List<LeftOut> leftOut() {
    return leftOut;
  }

  /** The path below the folder, with forward slashes. */
  String source(Path file) {
    return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  /** What follows the last dot of a name, in lower case. */
  static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private void leave(Path file, String reason) {
    leftOut.add(new LeftOut(source(file), reason));
  }

  private static boolean hidden(Path file) {
    return String.valueOf(file.getFileName()).startsWith(".");
  }
}
