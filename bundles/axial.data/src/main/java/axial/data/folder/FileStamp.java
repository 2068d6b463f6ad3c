package axial.data.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What tells a file from itself after a change: its path, size, time of modification and, where the
 * system has them, its number and the time of its last change of any kind.
 *
 * @param digest SHA-256 of all of it
 * @param settled whether the last change was so long ago that a later one has another time; a file
 *     system may count in steps of up to two seconds
 */
record FileStamp(ByteBuffer digest, boolean settled) {

  /** Bytes of a digest. */
  static final int BYTES = 32;

  private static final Duration STEP = Duration.ofSeconds(2);
  private static final String UNIX = "unix:size,lastModifiedTime,ctime,ino,dev";

  /**
   * The stamp of a file, to be taken before the file is read.
   *
   * @param now at most the time at which it is taken
   */
  static FileStamp of(Path file, Instant now) throws IOException {
    try {
      Map<String, Object> unix = Files.readAttributes(file, UNIX, LinkOption.NOFOLLOW_LINKS);
      FileTime modified = (FileTime) unix.getOrDefault("lastModifiedTime", FileTime.from(now));
      FileTime changed = (FileTime) unix.getOrDefault("ctime", FileTime.from(now));
      String identity =
          "%s %s %s %s %s"
              .formatted(
                  unix.get("size"),
                  unix.get("dev"),
                  unix.get("ino"),
                  nanos(modified),
                  nanos(changed));
      return of(file, identity, modified.compareTo(changed) < 0 ? changed : modified, now);
    } catch (UnsupportedOperationException | IllegalArgumentException notUnix) {
      BasicFileAttributes basic =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      String identity =
          "%d %s %s".formatted(basic.size(), basic.fileKey(), nanos(basic.lastModifiedTime()));
      return of(file, identity, basic.lastModifiedTime(), now);
    }
  }

  private static String nanos(FileTime time) {
    return time.toInstant().toString();
  }

  private static FileStamp of(Path file, String identity, FileTime last, Instant now) {
    byte[] text = (identity + " " + file.toAbsolutePath()).getBytes(StandardCharsets.UTF_8);
    boolean settled = !last.toInstant().plus(STEP).isAfter(now);
    return new FileStamp(ByteBuffer.wrap(sha256(text)).asReadOnlyBuffer(), settled);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
