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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of all kept images, one folder for each shape and way of making images. Other processes
 * may add and remove files at any time.
 */
record CacheFolder(Path path) {

  /** The files of one segment, with their bytes and when its images were last in use. */
  private record Kept(List<Path> files, long bytes, FileTime used) {

    Kept plus(Kept other) {
      List<Path> both = new ArrayList<>(files);
      both.addAll(other.files);
      return new Kept(
          both, bytes + other.bytes, used.compareTo(other.used) > 0 ? used : other.used);
    }
  }

  /** The names of the segments in one of its folders. */
  List<String> segments(Path folder) {
    return kept(folder).keySet().stream()
        .map(segment -> String.valueOf(segment.getFileName()))
        .toList();
  }

  /** What all files take. */
  long bytes() {
    return kept(path).values().stream().mapToLong(Kept::bytes).sum();
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
   * Removes the segments that were longest not in use until the rest takes that much at most, or
   * only those in use are left.
   *
   * @param inUse files that stay
   */
  void shrink(long most, Set<Path> inUse) {
    List<Kept> segments = new ArrayList<>(kept(path).values());
    segments.sort(Comparator.comparing(Kept::used));
    long bytes = segments.stream().mapToLong(Kept::bytes).sum();
    for (Kept segment : segments) {
      if (bytes <= most) {
        return;
      }
      if (segment.files().stream().noneMatch(inUse::contains)) {
        segment.files().forEach(CacheFolder::remove);
        bytes -= segment.bytes();
      }
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      debug("The kept images in {0} cannot be removed.", file);
    }
  }

  /** What there is by the paths of the segments, without their endings. */
  private static Map<Path, Kept> kept(Path folder) {
    Map<Path, Kept> kept = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return kept;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(CacheFolder::ours).toList()) {
        try {
          String name = String.valueOf(file.getFileName());
          kept.merge(
              file.resolveSibling(name.substring(0, name.lastIndexOf('.'))),
              new Kept(List.of(file), Files.size(file), Files.getLastModifiedTime(file)),
              Kept::plus);
        } catch (IOException gone) {
          debug("{0} has just gone.", file);
        }
      }
    } catch (IOException | UncheckedIOException gone) {
      debug("The folder {0} cannot be listed to its end.", folder);
    }
    return kept;
  }

  private static boolean ours(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(Segment.PIXELS) || name.endsWith(Segment.IDS);
  }

  private static void debug(String text, Path file) {
    System.getLogger(CacheFolder.class.getName()).log(System.Logger.Level.DEBUG, text, file);
  }
}
