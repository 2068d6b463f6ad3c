package axial.data.cache;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A line of a segment's list: 32 bytes of content id, the checksum of the image's bytes, and a
 * checksum of both; big-endian.
 *
 * @param id content id in lower-case hexadecimal
 * @param checksum CRC-32C of the image's bytes
 */
record Entry(String id, int checksum) {

  static final int BYTES = 40;

  private static final int ID_BYTES = 32;

  /** Whether such an id can be listed: 64 hexadecimal digits, as {@code Pixels.contentId} gives. */
  static boolean lists(String id) {
    return id.length() == 2 * ID_BYTES && id.chars().allMatch(Entry::hexadecimal);
  }

  private static boolean hexadecimal(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  static int checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }

  byte[] bytes() {
    ByteBuffer line = ByteBuffer.allocate(BYTES);
    line.put(HexFormat.of().parseHex(id)).putInt(checksum);
    line.putInt(checksum(line.array(), line.position()));
    return line.array();
  }

  /** Reads what {@link #bytes} gave; nothing when it is damaged. */
  static Optional<Entry> of(byte[] line) {
    ByteBuffer fields = ByteBuffer.wrap(line);
    if (fields.getInt(BYTES - Integer.BYTES) != checksum(line, BYTES - Integer.BYTES)) {
      return Optional.empty();
    }
    String id = HexFormat.of().formatHex(line, 0, ID_BYTES);
    return Optional.of(new Entry(id, fields.getInt(ID_BYTES)));
  }
}
