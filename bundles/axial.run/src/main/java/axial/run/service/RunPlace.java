package axial.run.service;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.store.RunFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the folder of a run for one worker. A folder that was made for a run that never got going
 * is removed again.
 */
public final class RunPlace implements AutoCloseable {

  private static final String LOCK = ".lock";

  private final RunFolder folder;
  private final Deque<Path> made;
  private final FileChannel channel;
  private boolean kept;

  private RunPlace(RunFolder folder, Deque<Path> made, FileChannel channel) {
    this.folder = folder;
    this.made = made;
    this.channel = channel;
  }

  /** Takes a folder for a new run; it must be missing or empty. */
  static RunPlace fresh(Path path) {
    Path folder = path.toAbsolutePath().normalize();
    requireMissingOrEmpty(folder);
    Deque<Path> made = new ArrayDeque<>();
    for (@Nullable Path p = folder; p != null && !Files.exists(p); p = p.getParent()) {
      made.addLast(p);
    }
    try {
      Files.createDirectories(folder);
      return new RunPlace(new RunFolder(folder), made, lock(folder));
    } catch (IOException broken) {
      remove(made);
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT,
              "The run cannot be written to " + path + ".",
              "Check that the folder can be made and written, or choose another with --out."),
          broken);
    }
  }

  /** An existing run, to look at beside whoever works on it. */
  public static RunFolder shared(Path path) {
    RunFolder folder = new RunFolder(path);
    if (!folder.isRun()) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "There is no run in " + path + ".",
          "Give the folder of a run, or its name; ./axial runs lists those of the workspace.");
    }
    return folder;
  }

  /** Takes the folder of an existing run. */
  public static RunPlace existing(Path path) {
    RunFolder folder = shared(path);
    try {
      RunPlace place = new RunPlace(folder, new ArrayDeque<>(), lock(folder.path()));
      place.kept = true;
      return place;
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT,
              "The run in " + path + " cannot be written to.",
              "Check the rights of its folder."),
          broken);
    }
  }

  private static void requireMissingOrEmpty(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> list = Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
      if (list.findAny().isEmpty()) {
        return;
      }
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT, "The folder " + folder + " cannot be read.", "Choose another."),
          broken);
    }
    throw ProblemException.of(
        Problem.Kind.OUTPUT,
        "The folder " + folder + " is not empty.",
        "Choose a new folder with --out, or go on with the run in it: ./axial resume.");
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      @Nullable FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException here) {
      // Another run of this very process holds it: told below.
    }
    channel.close();
    throw ProblemException.of(
        Problem.Kind.USAGE,
        "Another Axial works on the run in " + folder + ".",
        "Wait until it has ended.");
  }

  /** Its files. */
  public RunFolder folder() {
    return folder;
  }

  /** From now on the folder holds a run and stays. */
  void keep() {
    kept = true;
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(folder.path().resolve(LOCK));
    } catch (IOException broken) {
      System.getLogger(RunPlace.class.getName())
          .log(System.Logger.Level.WARNING, "The lock of {0} stays.", folder.path());
    }
    if (!kept) {
      remove(made);
    }
  }

  private static void remove(Deque<Path> made) {
    try {
      for (Path path : made) {
        Files.deleteIfExists(path);
      }
    } catch (IOException stays) {
      System.getLogger(RunPlace.class.getName())
          .log(System.Logger.Level.WARNING, "The folder {0} stays.", made.peekFirst());
    }
  }
}
