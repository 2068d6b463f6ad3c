package axial.data.folder;

import axial.data.LeftOut;
import axial.data.image.ImageFile;
import axial.job.CancelledException;
import axial.job.ProblemException;
import axial.job.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Looks at every image of a folder once, for its content id, a few at a time. */
final class FolderScan {

  /** So few that the largest pictures together stay within half of Java's heap. */
  private static final int MOST_THREADS = 4;

  private static final int NAMED_IN_NOTE = 12;

  /** An image that can be used, and the class or class folder that it is in. */
  record Found(String source, String className, KnownImages.Known image) {}

  private final List<Found> found = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  private final String prefix;
  private final String task;

  private FolderScan(FolderRoots.Root root) {
    prefix = root.prefix();
    task = prefix.isEmpty() ? "Reading images" : "Reading images of " + root.name();
  }

  static FolderScan of(FolderRoots.Root root, ClassRules rules, ImageLook look, Progress progress) {
    Path folder = root.folder();
    FolderWalk walk = FolderWalk.of(folder, progress);
    FolderScan scan = new FolderScan(root);
    walk.leftOut().forEach(l -> scan.leave(l.source(), l.reason()));
    List<Path> files = new ArrayList<>();
    List<String> classes = new ArrayList<>();
    for (Path file : walk.candidates()) {
      Optional<String> className = rules.classOf(folder.relativize(file));
      if (className.isPresent()) {
        files.add(file);
        classes.add(className.get());
      } else {
        scan.leave(walk.source(file), unclassed(rules));
      }
    }
    KnownImages known = look.known(folder);
    boolean whole = false;
    try {
      scan.look(walk, files, classes, (file, source) -> look.at(file, source, known), progress);
      whole = true;
    } finally {
      known.save(whole); // also what was decoded before a cancel
    }
    scan.leftOut.sort(Comparator.comparing(LeftOut::source));
    return scan;
  }

  private void leave(String path, String reason) {
    leftOut.add(new LeftOut(prefix + path, reason));
  }

  private static String unclassed(ClassRules rules) {
    return rules.nameClasses()
        ? "No class rule names a folder on its path, or one leaves it out."
        : "It is in no class folder, or a rule leaves it out.";
  }

  private void look(
      FolderWalk walk,
      List<Path> files,
      List<String> classes,
      BiFunction<Path, String, KnownImages.Known> look,
      Progress progress) {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    try {
      AtomicInteger done = new AtomicInteger();
      List<Future<?>> pending = new ArrayList<>();
      Object[] results = new Object[files.size()];
      for (int i = 0; i < results.length; i++) {
        int index = i;
        pending.add(
            threads.submit(
                () -> {
                  progress.check();
                  Path file = files.get(index);
                  results[index] = look(file, prefix + walk.source(file), classes.get(index), look);
                  progress.at(task, done.incrementAndGet(), results.length);
                }));
      }
      for (Future<?> one : pending) {
        one.get();
      }
      for (Object result : results) {
        if (result instanceof Found image) {
          found.add(image);
        } else {
          leftOut.add((LeftOut) result);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancelledException("Reading images");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException told) {
        throw told;
      }
      throw new IllegalStateException("Reading images failed.", failed.getCause());
    } finally {
      end(threads);
    }
  }

  /** Lets what is being decoded come to its end, so that nobody changes what is known any more. */
  private static void end(ExecutorService threads) {
    threads.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException hurry) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Object look(
      Path file,
      String source,
      String className,
      BiFunction<Path, String, KnownImages.Known> look) {
    try {
      return new Found(source, className, look.apply(file, source));
    } catch (ProblemException unreadable) {
      return new LeftOut(source, unreadable.problem().summary());
    }
  }

  /** The images that can be used, in the order of their sources. */
  List<Found> found() {
    return found;
  }

  /** What else was found, in the order of the sources. */
  List<LeftOut> leftOut() {
    return leftOut;
  }

  /** What the user should know about the files that were taken. */
  List<String> notes() {
    List<String> misnamed =
        found.stream()
            .filter(
                f ->
                    (f.image().format() == ImageFile.Format.PNG)
                        != FolderWalk.ending(f.source()).equals("png"))
            .map(f -> f.source() + " (" + f.image().format() + ")")
            .toList();
    if (misnamed.isEmpty()) {
      return List.of();
    }
    String names = misnamed.stream().limit(NAMED_IN_NOTE).collect(Collectors.joining(", "));
    int more = misnamed.size() - NAMED_IN_NOTE;
    return List.of(
        "%s of another format than the name says, and read all the same: %s%s."
            .formatted(
                misnamed.size() == 1 ? "1 file is" : misnamed.size() + " files are",
                names,
                more > 0 ? " and " + more + " more" : ""));
  }
}
