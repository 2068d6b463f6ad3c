package axial.data.cache;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Writes one new segment. One thread at a time. */
final class SegmentWriter implements AutoCloseable {

  private final Segment segment;
  private final OutputStream pixels;
  private final OutputStream ids;
  private final int capacity;
  private int count;

  /**
   * Makes the files of a segment.
   *
   * @param size bytes of one image
   * @param files stands between the writer and each file
   */
  SegmentWriter(Path folder, int size, UnaryOperator<OutputStream> files) throws IOException {
    Files.createDirectories(folder);
    segment = new Segment(folder, UUID.randomUUID().toString(), size);
    capacity = Segment.capacity(size);
    // Streams, since the interrupt of a thread that writes would close a channel.
    pixels = files.apply(new FileOutputStream(segment.pixels().toFile()));
    try {
      ids = files.apply(new FileOutputStream(segment.ids().toFile()));
    } catch (IOException broken) {
      pixels.close();
      throw broken;
    }
  }

  Segment segment() {
    return segment;
  }

  boolean full() {
    return count == capacity;
  }

  /**
   * Adds an image.
   *
   * @return its number in the segment
   */
  int add(Entry entry, byte[] bytes) throws IOException {
    pixels.write(bytes);
    ids.write(entry.bytes());
    return count++;
  }

  @Override
  public void close() throws IOException {
    try (pixels) {
      ids.close();
    }
  }
}
