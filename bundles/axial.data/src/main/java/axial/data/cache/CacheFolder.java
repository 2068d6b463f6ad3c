package axial.data.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of all kept images, one folder for each shape and way of making images. Other processes
 * may add and remove files at any time.
 */
record CacheFolder(Path path) {

  /** One file with its bytes and when its images were last in use. */
  private record Kept(Path file, long bytes, FileTime used) {}

  /** The names of the segments in one of its folders. */
  List<String> segments(Path folder) {
    return files(folder).stream()
        .map(kept -> String.valueOf(kept.file().getFileName()))
        .filter(name -> name.endsWith(Segment.PIXELS))
        .map(name -> name.substring(0, name.length() - Segment.PIXELS.length()))
        .sorted()
        .toList();
  }

  /** What all files take. */
  long bytes() {
    return files(path).stream().mapToLong(Kept::bytes).sum();
  }

  /** Marks a segment as in use now. */
  void touch(Segment segment) {
    for (Path file : List.of(segment.pixels(), segment.ids())) {
      try {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      } catch (IOException gone) {
        debug("The use of {0} cannot be noted.", file);
      }
    }
  }

  /**
   * Removes the files that were longest not in use until the rest takes that much at most, or only
   * those in use are left.
   */
  void shrink(long most, Set<Path> inUse) {
    List<Kept> files = new ArrayList<>(files(path));
    files.sort(Comparator.comparing(Kept::used));
    long bytes = files.stream().mapToLong(Kept::bytes).sum();
    for (Kept kept : files) {
      if (bytes <= most) {
        return;
      }
      if (inUse.contains(kept.file())) {
        continue;
      }
      try {
        Files.deleteIfExists(kept.file());
        bytes -= kept.bytes();
      } catch (IOException stays) {
        debug("The kept images in {0} cannot be removed.", kept.file());
      }
    }
  }

  private static List<Kept> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Kept> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(CacheFolder::ours).toList()) {
        try {
          files.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
        } catch (IOException gone) {
          debug("{0} has just gone.", file);
        }
      }
    } catch (IOException | UncheckedIOException gone) {
      debug("The folder {0} cannot be listed to its end.", folder);
    }
    return files;
  }

  private static boolean ours(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(Segment.PIXELS) || name.endsWith(Segment.IDS);
  }

  private static void debug(String text, Path file) {
    System.getLogger(CacheFolder.class.getName()).log(System.Logger.Level.DEBUG, text, file);
  }
}
