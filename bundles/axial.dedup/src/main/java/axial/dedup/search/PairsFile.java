package axial.dedup.search;

import axial.data.SimilarPair;
import axial.dedup.index.ContentKey;
import axial.dedup.look.Orientation;
import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * What the last search of one data set with one choice of limits found, in a file of its own. A
 * file that is missing or damaged tells nothing, and the search does all its work again.
 */
final class PairsFile {

  private static final int VERSION = 1;
  private static final int EDGE_BYTES = 2 * Integer.BYTES + 4 + 2 * Double.BYTES;
  private static final int NAMES_BYTES = 2 * Integer.BYTES;
  private static final SimilarPair.Kind[] KINDS = SimilarPair.Kind.values();

  private final Path file;

  PairsFile(Path folder, String address, Limits limits) {
    ByteBuffer name = ByteBuffer.allocate(ContentKey.BYTES);
    ContentKey.of(VERSION + "\n" + limits + "\n" + address).write(name);
    file = folder.resolve("pairs-" + HexFormat.of().formatHex(name.array(), 0, 12) + ".bin");
  }

  /** What it tells about these contents. */
  Former read(Contents contents) {
    if (!Files.isRegularFile(file)) {
      return Former.none();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      int body = bytes.limit() - Integer.BYTES;
      if (body < 0 || bytes.getInt(body) != checksum(bytes.duplicate().limit(body))) {
        return Former.none();
      }
      int[] now = numbers(bytes, contents);
      return Former.of(findings(bytes), now, contents.count());
    } catch (IOException unreadable) {
      throw unusable(unreadable);
    } catch (BufferUnderflowException tooShort) {
      return Former.none();
    }
  }

  /** The number of each of its contents in the data set of now, -1 for one that is gone. */
  private static int[] numbers(ByteBuffer bytes, Contents contents) {
    Map<ContentKey, Integer> numbers = new HashMap<>();
    for (int i = 0; i < contents.count(); i++) {
      numbers.put(ContentKey.of(contents.first(i).id()), i);
    }
    int[] now = new int[bytes.getInt()];
    for (int i = 0; i < now.length; i++) {
      now[i] = numbers.getOrDefault(ContentKey.read(bytes, bytes.position()), -1);
      bytes.position(bytes.position() + ContentKey.BYTES);
    }
    return now;
  }

  private static Findings findings(ByteBuffer bytes) {
    BitSet kept = numbers(bytes);
    BitSet cutShort = numbers(bytes);
    List<Edge> byHash = edges(bytes);
    int count = bytes.getInt();
    List<NameOrder.Neighbours> names = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      names.add(new NameOrder.Neighbours(bytes.getInt(), bytes.getInt()));
    }
    return new Findings(kept, byHash, names, edges(bytes), cutShort);
  }

  private static BitSet numbers(ByteBuffer bytes) {
    byte[] bits = new byte[bytes.getInt()];
    bytes.get(bits);
    return BitSet.valueOf(bits);
  }

  private static List<Edge> edges(ByteBuffer bytes) {
    int count = bytes.getInt();
    List<Edge> edges = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      edges.add(
          new Edge(
              bytes.getInt(),
              bytes.getInt(),
              KINDS[bytes.get()],
              Orientation.values()[bytes.get()],
              bytes.get(),
              bytes.get(),
              bytes.getDouble(),
              bytes.getDouble()));
    }
    return edges;
  }

  /**
   * Writes findings, all at once.
   *
   * @throws ProblemException of kind OUTPUT when that is not possible
   */
  void write(Contents contents, Findings findings) {
    byte[] kept = findings.kept().toByteArray();
    byte[] cutShort = findings.cutShort().toByteArray();
    int edges = findings.byHash().size() + findings.byName().size();
    ByteBuffer bytes =
        ByteBuffer.allocate(
            7 * Integer.BYTES
                + contents.count() * ContentKey.BYTES
                + kept.length
                + cutShort.length
                + edges * EDGE_BYTES
                + findings.names().size() * NAMES_BYTES);
    bytes.putInt(contents.count());
    for (int i = 0; i < contents.count(); i++) {
      ContentKey.of(contents.first(i).id()).write(bytes);
    }
    bytes.putInt(kept.length).put(kept).putInt(cutShort.length).put(cutShort);
    put(bytes, findings.byHash());
    bytes.putInt(findings.names().size());
    findings.names().forEach(pair -> bytes.putInt(pair.first()).putInt(pair.second()));
    put(bytes, findings.byName());
    bytes.putInt(checksum(bytes.duplicate().flip()));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "pairs-", ".tmp");
      try {
        Files.write(beside, bytes.array());
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException refused) {
      throw unusable(refused);
    }
  }

  private static void put(ByteBuffer bytes, List<Edge> edges) {
    bytes.putInt(edges.size());
    for (Edge edge : edges) {
      bytes
          .putInt(edge.first())
          .putInt(edge.second())
          .put((byte) edge.kind().ordinal())
          .put((byte) edge.relation().ordinal())
          .put((byte) edge.phash())
          .put((byte) edge.dhash())
          .putDouble(edge.correlation())
          .putDouble(edge.residual());
    }
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C sum = new CRC32C();
    sum.update(("axial pairs " + VERSION).getBytes(StandardCharsets.US_ASCII));
    sum.update(bytes);
    return (int) sum.getValue();
  }

  private ProblemException unusable(IOException cause) {
    return new ProblemException(
        new Problem(
            Problem.Kind.OUTPUT,
            "The cache file %s cannot be used: %s.".formatted(file, cause.getMessage()),
            "Check that there is space and that you may write there, or delete the file; it is made"
                + " anew."),
        cause);
  }
}
