package axial.data.folder;

import axial.data.LeftOut;
import axial.data.image.ImageFile;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks through a folder and decodes every image once, for its content id. */
final class FolderScan {

  private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "jpe", "png");
  private static final int MOST_FILES = 2_000_000;
  private static final int NAMED_IN_NOTE = 12;

  /** An image that can be used. */
  record Found(
      String source,
      String className,
      String id,
      int width,
      int height,
      ImageFile.Format format,
      long bytes) {}

  private final List<Found> found = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  private FolderScan() {}

  static FolderScan of(Path folder, ClassRules rules, Progress progress) {
    FolderScan scan = new FolderScan();
    List<Path> files = files(folder);
    boolean plain = !rules.given();
    AtomicInteger done = new AtomicInteger();
    List<Object> results =
        files.parallelStream()
            .map(
                file -> {
                  progress.check();
                  Object result = look(folder, file, rules, plain);
                  progress.at("Reading images", done.incrementAndGet(), files.size());
                  return result;
                })
            .toList();
    for (Object result : results) {
      if (result instanceof Found image) {
        scan.found.add(image);
      } else if (result instanceof LeftOut left) {
        scan.leftOut.add(left);
      }
    }
    return scan;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> files =
          walk.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
              .limit(MOST_FILES + 1L)
              .sorted(Comparator.comparing(file -> source(folder, file)))
              .toList();
      if (files.size() > MOST_FILES) {
        throw ProblemException.of(
            Problem.Kind.INPUT,
            "The folder %s holds more than %,d files.".formatted(folder, MOST_FILES),
            "Give a smaller folder.");
      }
      return files;
    } catch (IOException | UncheckedIOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "The folder " + folder + " cannot be listed.",
              "Check that you may read it and everything below it."),
          broken);
    }
  }

  private static Object look(Path folder, Path file, ClassRules rules, boolean plain) {
    String source = source(folder, file);
    String name = String.valueOf(file.getFileName());
    if (name.equals(ClassRules.FILE)) {
      return Optional.empty();
    }
    if (Files.isSymbolicLink(file)) {
      return new LeftOut(source, "It is a symbolic link.");
    }
    if (name.startsWith(".") || !ENDINGS.contains(ending(name))) {
      return new LeftOut(source, "Its name does not end in .jpg, .jpeg or .png.");
    }
    Optional<String> className = rules.classOf(folder.relativize(file));
    if (className.isEmpty()) {
      return new LeftOut(
          source,
          plain
              ? "It is in no class folder."
              : "No class rule names a folder on its path, or it leaves it out.");
    }
    try {
      ImageFile.Decoded decoded = ImageFile.decode(file);
      return new Found(
          source,
          plain ? ClassRules.plainName(className.get()) : className.get(),
          decoded.pixels().contentId(),
          decoded.pixels().width(),
          decoded.pixels().height(),
          decoded.format(),
          decoded.bytes());
    } catch (ProblemException unreadable) {
      return new LeftOut(source, unreadable.problem().summary());
    }
  }

  List<Found> found() {
    return found;
  }

  List<LeftOut> leftOut() {
    return leftOut;
  }

  /** What the user should know about the files that were taken. */
  List<String> notes() {
    List<String> misnamed =
        found.stream()
            .filter(f -> (f.format() == ImageFile.Format.PNG) != ending(f.source()).equals("png"))
            .map(f -> f.source() + " (" + f.format() + ")")
            .toList();
    if (misnamed.isEmpty()) {
      return List.of();
    }
    String names = misnamed.stream().limit(NAMED_IN_NOTE).collect(Collectors.joining(", "));
    String more =
        misnamed.size() > NAMED_IN_NOTE
            ? " and " + (misnamed.size() - NAMED_IN_NOTE) + " more"
            : "";
    return List.of(
        (misnamed.size() == 1 ? "1 file is" : misnamed.size() + " files are")
            + " of another format than the name says and "
            + (misnamed.size() == 1 ? "was" : "were")
            + " read all the same: "
            + names
            + more
            + ".");
  }

  private static String source(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
