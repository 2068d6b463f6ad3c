package axial.data.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Images of one size in a pair of files that only grow: {@code .pix} with their bytes, one after
 * the other, and {@code .ids} with an {@link Entry} for each, written after its bytes. One process
 * writes a segment, any number may read it; whatever is missing or damaged counts as never written.
 */
final class Segment {

  /** The ending of the file with the images' bytes. */
  static final String PIXELS = ".pix";

  /** The ending of the file with their entries. */
  static final String IDS = ".ids";

  /** So many bytes of images are the most in one segment, unless one image alone has more. */
  static final int MOST_BYTES = 64 << 20;

  private final Path pixels;
  private final int size;
  private volatile Optional<MappedByteBuffer> map = Optional.empty();

  /**
   * A segment in two files of that name.
   *
   * @param size bytes of one image
   */
  Segment(Path folder, String name, int size) {
    this.pixels = folder.resolve(name + PIXELS);
    this.size = size;
  }

  Path pixels() {
    return pixels;
  }

  Path ids() {
    String name = String.valueOf(pixels.getFileName());
    return pixels.resolveSibling(name.substring(0, name.length() - PIXELS.length()) + IDS);
  }

  /** How many images fit. */
  static int capacity(int size) {
    return Math.max(1, MOST_BYTES / size);
  }

  /** The entries in their order; nothing stands for a damaged one. */
  List<Optional<Entry>> entries() throws IOException {
    List<Optional<Entry>> entries = new ArrayList<>();
    try (InputStream in = Files.newInputStream(ids())) {
      byte[] line = in.readNBytes(Entry.BYTES);
      while (line.length == Entry.BYTES && entries.size() < capacity(size)) {
        entries.add(Entry.of(line));
        line = in.readNBytes(Entry.BYTES);
      }
    }
    return entries;
  }

  /**
   * The bytes of an image.
   *
   * @param place its number in the segment, from 0 on
   * @return nothing when the file is gone, cut, or has other bytes there
   */
  Optional<byte[]> read(int place, int checksum) {
    byte[] bytes = new byte[size];
    try {
      long end = (place + 1L) * size;
      // A page beyond the end of a file that was cut cannot be read, and its error comes late.
      if (Files.size(pixels) < end) {
        return Optional.empty();
      }
      mapped(end).get(place * size, bytes);
    } catch (IOException | InternalError gone) {
      System.getLogger(Segment.class.getName())
          .log(System.Logger.Level.DEBUG, "The kept images in {0} cannot be read.", pixels);
      return Optional.empty();
    }
    return Entry.checksum(bytes, size) == checksum ? Optional.of(bytes) : Optional.empty();
  }

  private MappedByteBuffer mapped(long end) throws IOException {
    Optional<MappedByteBuffer> now = map;
    if (now.isPresent() && now.get().limit() >= end) {
      return now.get();
    }
    try (FileChannel channel = FileChannel.open(pixels)) {
      long length = Math.min(channel.size(), (long) capacity(size) * size);
      MappedByteBuffer larger = channel.map(FileChannel.MapMode.READ_ONLY, 0, length);
      if (larger.limit() < end) {
        throw new IOException("cut while it was opened");
      }
      map = Optional.of(larger);
      return larger;
    }
  }
}
