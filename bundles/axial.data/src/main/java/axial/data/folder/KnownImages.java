package axial.data.folder;

import axial.data.image.ImageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/**
 * What the image files of one folder were when they were last decoded, by their stamps, so that
 * files that did not change since need not be decoded for their content ids again. Kept in one file
 * for each folder, which is replaced whole; when it is missing, damaged, of another version or of
 * another Java, nothing is known. Thread-safe.
 */
final class KnownImages {

  /** Raised whenever files would be decoded to other pixels, or content ids be other ones. */
  private static final int VERSION = 1;

  private static final int HEAD = Integer.BYTES + FileStamp.BYTES;
  private static final int RECORD = FileStamp.BYTES + FileStamp.BYTES + 3 * Integer.BYTES + 8;
  private static final int CHECKSUM = Integer.BYTES;
  private static final int LARGEST = 1 << 30;

  /**
   * A decoded image.
   *
   * @param id its content id
   * @param bytes size of its file
   */
  record Known(String id, int width, int height, ImageFile.Format format, long bytes) {}

  private final Optional<Path> file;
  private final Map<ByteBuffer, Known> known = new ConcurrentHashMap<>();
  private final Set<ByteBuffer> seen = ConcurrentHashMap.newKeySet();
  private volatile boolean changed;

  private KnownImages(Optional<Path> file) {
    this.file = file;
  }

  /** What is known of the images below a folder; nothing where nothing is kept. */
  static KnownImages of(Optional<Path> cache, Path folder) {
    String name =
        HexFormat.of()
            .formatHex(FileStamp.sha256(folder.toString().getBytes(StandardCharsets.UTF_8)), 0, 12);
    KnownImages images = new KnownImages(cache.map(path -> path.resolve(name + ".bin")));
    images.file.ifPresent(images::read);
    return images;
  }

  /** What a file is, if it did not change since it was decoded. */
  Optional<Known> get(FileStamp stamp) {
    seen.add(stamp.digest());
    return stamp.settled() ? Optional.ofNullable(known.get(stamp.digest())) : Optional.empty();
  }

  /** Notes what a file is; not if it was changed only just before its stamp was taken. */
  void put(FileStamp stamp, Known image) {
    if (stamp.settled()) {
      changed |= !image.equals(known.put(stamp.digest(), image));
    }
  }

  /**
   * Keeps what is known. A folder that can not be written to costs time only.
   *
   * @param whole whether the whole folder was looked at, so that files which were not seen may be
   *     forgotten; they are when they are more than the others
   */
  void save(boolean whole) {
    if (whole && known.size() > 2 * seen.size()) {
      changed |= known.keySet().retainAll(seen);
    }
    if (changed) {
      file.ifPresent(this::write);
    }
  }

  private void read(Path path) {
    try {
      if (Files.size(path) > LARGEST) {
        return;
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
      int records = (bytes.limit() - HEAD - CHECKSUM) / RECORD;
      if (bytes.limit() < HEAD + CHECKSUM
          || bytes.limit() != HEAD + records * RECORD + CHECKSUM
          || bytes.getInt(bytes.limit() - CHECKSUM) != checksum(bytes)
          || !bytes.slice(0, HEAD).equals(head())) {
        return;
      }
      bytes.position(HEAD);
      for (int i = 0; i < records; i++) {
        byte[] stamp = new byte[FileStamp.BYTES];
        byte[] id = new byte[FileStamp.BYTES];
        bytes.get(stamp).get(id);
        Known image =
            new Known(
                HexFormat.of().formatHex(id),
                bytes.getInt(),
                bytes.getInt(),
                ImageFile.Format.values()[bytes.getInt()],
                bytes.getLong());
        known.put(ByteBuffer.wrap(stamp).asReadOnlyBuffer(), image);
      }
    } catch (NoSuchFileException first) {
      // Nothing is kept yet.
    } catch (IOException | ArrayIndexOutOfBoundsException unreadable) {
      known.clear();
      debug("What is known of images cannot be read from {0}.", path);
    }
  }

  private void write(Path path) {
    ByteBuffer bytes = ByteBuffer.allocate(HEAD + known.size() * RECORD + CHECKSUM);
    bytes.put(head());
    known.forEach(
        (stamp, image) -> {
          bytes.put(stamp.duplicate()).put(HexFormat.of().parseHex(image.id()));
          bytes.putInt(image.width()).putInt(image.height()).putInt(image.format().ordinal());
          bytes.putLong(image.bytes());
        });
    bytes.putInt(checksum(bytes));
    try {
      Files.createDirectories(path.getParent());
      Path part = Files.createTempFile(path.getParent(), "new-", ".part");
      try {
        Files.write(part, bytes.array());
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException full) {
      debug("What is known of images cannot be kept in {0}.", path);
    }
  }

  /** Another Java may decode a JPEG to other pixels. */
  private static ByteBuffer head() {
    String java = System.getProperty("java.vendor") + " " + Runtime.version();
    return ByteBuffer.allocate(HEAD)
        .putInt(VERSION)
        .put(FileStamp.sha256(java.getBytes(StandardCharsets.UTF_8)))
        .flip();
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C sum = new CRC32C();
    sum.update(Arrays.copyOf(bytes.array(), bytes.limit() - CHECKSUM));
    return (int) sum.getValue();
  }

  private static void debug(String text, Path path) {
    System.getLogger(KnownImages.class.getName()).log(System.Logger.Level.DEBUG, text, path);
  }
}
