package axial.dedup.index;

import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Records of one size in a file, found by content id: a head, which is read for all records at
 * once, and a body, which is memory-mapped and read when asked for.
 *
 * <p>The file is a row of blocks. A block is a directory of {@value #BLOCK} slots (key, head, and
 * checksums of the body and of the slot itself) followed by their bodies. A slot is written after
 * its body and counts only while its checksum is right, so a crash, two writers at once or any
 * damage can lose records but never bring a wrong one. Nothing stays open between calls. Several
 * threads and several processes may use one file.
 */
public final class ContentFile {

  private static final int BLOCK = 256;
  private static final int CHECKSUM = Integer.BYTES;
  private static final long LOCK_PAUSE_NANOS = 500_000;

  /** A record to be written. */
  public record Entry(String id, byte[] head, byte[] body) {}

  private final Path file;
  private final int version;
  private final int headBytes;
  private final int bodyBytes;
  private final int slotBytes;
  private final int blockBytes;
  private final List<MappedByteBuffer> blocks = new ArrayList<>();
  private final Map<ContentKey, Integer> slots = new HashMap<>();
  private @Nullable Object identity;
  private int next;

  /**
   * A file, which need not exist.
   *
   * @param version of what the records mean; records of another version do not count
   */
  public ContentFile(Path file, int version, int headBytes, int bodyBytes) {
    this.file = file;
    this.version = version;
    this.headBytes = headBytes;
    this.bodyBytes = bodyBytes;
    this.slotBytes = ContentKey.BYTES + headBytes + 2 * CHECKSUM;
    this.blockBytes = BLOCK * (slotBytes + bodyBytes);
  }

  /**
   * Learns what has been written since, by whomever.
   *
   * @throws ProblemException of kind OUTPUT when the file is there and cannot be read
   */
  public synchronized void refresh() {
    if (!Files.exists(file)) {
      forget();
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      scan(channel);
    } catch (IOException unreadable) {
      throw unusable(unreadable);
    }
  }

  /** The heads of these contents, each empty where there is no record. */
  public synchronized List<Optional<byte[]>> heads(List<String> ids) {
    List<Optional<byte[]>> heads = new ArrayList<>(ids.size());
    for (String id : ids) {
      Integer slot = slots.get(ContentKey.of(id));
      if (slot == null) {
        heads.add(Optional.empty());
      } else {
        byte[] head = new byte[headBytes];
        blocks.get(slot / BLOCK).get(slot % BLOCK * slotBytes + ContentKey.BYTES, head);
        heads.add(Optional.of(head));
      }
    }
    return heads;
  }

  /** The body of a content; empty where there is no record or its body is damaged. */
  public Optional<byte[]> body(String id) {
    MappedByteBuffer block;
    int slot;
    synchronized (this) {
      Integer found = slots.get(ContentKey.of(id));
      if (found == null) {
        return Optional.empty();
      }
      block = blocks.get(found / BLOCK);
      slot = found % BLOCK;
    }
    byte[] body = new byte[bodyBytes];
    try {
      block.get(BLOCK * slotBytes + slot * bodyBytes, body);
      int sum = block.getInt(slot * slotBytes + ContentKey.BYTES + headBytes);
      return sum == checksum(ByteBuffer.wrap(body)) ? Optional.of(body) : Optional.empty();
    } catch (InternalError cutShort) { // the JVM's word for a mapped file that was truncated
      return Optional.empty();
    }
  }

  /**
   * Writes records at the end; one whose content is there already, undamaged, is left out.
   *
   * @throws ProblemException of kind OUTPUT when the file cannot be written
   * @throws CancelledException when cancelled while another process writes
   */
  public synchronized void append(List<Entry> entries, Progress progress) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock lock = lock(channel, progress)) {
        scan(channel);
        for (Entry entry : entries) {
          if (body(entry.id()).isEmpty()) {
            write(channel, entry);
          }
        }
      }
    } catch (IOException refused) {
      throw unusable(refused);
    }
  }

  private static FileLock lock(FileChannel channel, Progress progress) throws IOException {
    while (true) {
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return lock;
        }
      } catch (OverlappingFileLockException heldByThisProcess) {
        progress.check();
      }
      progress.check();
      LockSupport.parkNanos(LOCK_PAUSE_NANOS);
    }
  }

  private void write(FileChannel channel, Entry entry) throws IOException {
    long block = (long) (next / BLOCK) * blockBytes;
    if (channel.size() < block + blockBytes) {
      channel.write(ByteBuffer.allocate(1), block + blockBytes - 1);
    }
    ByteBuffer body = ByteBuffer.wrap(entry.body());
    int bodySum = checksum(body.duplicate());
    ByteBuffer slot = ByteBuffer.allocate(slotBytes);
    ContentKey key = ContentKey.of(entry.id());
    key.write(slot);
    slot.put(entry.head()).putInt(bodySum);
    slot.putInt(checksum(slot.duplicate().flip())).flip();
    int place = next % BLOCK;
    writeAll(channel, body, block + (long) BLOCK * slotBytes + (long) place * bodyBytes);
    writeAll(channel, slot, block + (long) place * slotBytes);
    map(channel, next / BLOCK);
    slots.put(key, next);
    next++;
  }

  private static void writeAll(FileChannel channel, ByteBuffer from, long at) throws IOException {
    long place = at;
    while (from.hasRemaining()) {
      place += channel.write(from, place);
    }
  }

  /** Reads the slots that are new; all of them when it is another file than before. */
  private void scan(FileChannel channel) throws IOException {
    Object now = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    long whole = channel.size() / blockBytes;
    if (whole < blocks.size() || (now != null && !now.equals(identity))) {
      forget();
    }
    identity = now;
    for (long slot = next; slot < whole * BLOCK; slot++) {
      int block = (int) (slot / BLOCK);
      map(channel, block);
      read(block, (int) (slot % BLOCK));
    }
  }

  private void read(int block, int slot) {
    ByteBuffer bytes = blocks.get(block).slice(slot * slotBytes, slotBytes);
    int sum = bytes.getInt(slotBytes - CHECKSUM);
    if (sum == checksum(bytes.duplicate().limit(slotBytes - CHECKSUM))) {
      slots.put(ContentKey.read(bytes, 0), block * BLOCK + slot);
      next = block * BLOCK + slot + 1;
    }
  }

  private void map(FileChannel channel, int block) throws IOException {
    if (block == blocks.size()) {
      blocks.add(channel.map(FileChannel.MapMode.READ_ONLY, (long) block * blockBytes, blockBytes));
    }
  }

  private int checksum(ByteBuffer bytes) {
    CRC32C sum = new CRC32C();
    sum.update(version);
    sum.update(bytes);
    return (int) sum.getValue();
  }

  private void forget() {
    blocks.clear();
    slots.clear();
    next = 0;
  }

  private RuntimeException unusable(IOException cause) {
    if (cause instanceof ClosedByInterruptException) {
      return new CancelledException("Reading " + file.getFileName());
    }
    return new ProblemException(
        new Problem(
            Problem.Kind.OUTPUT,
            "The cache file %s cannot be used: %s.".formatted(file, cause.getMessage()),
            "Check that there is space and that you may write there, or delete the file; it is made"
                + " anew."),
        cause);
  }
}
