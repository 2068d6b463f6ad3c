package axial.dedup.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A content id as 256 bits. */
record ContentKey(long first, long second, long third, long fourth) {

  static final int BYTES = 32;

  /** The key of a content id: its hexadecimal digits, or a digest of an id of another form. */
  static ContentKey of(String id) {
    if (id.matches("[0-9a-f]{64}")) {
      return new ContentKey(part(id, 0), part(id, 16), part(id, 32), part(id, 48));
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return read(ByteBuffer.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8))), 0);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }

  private static long part(String id, int from) {
    return Long.parseUnsignedLong(id, from, from + 16, 16);
  }

  static ContentKey read(ByteBuffer from, int at) {
    return new ContentKey(
        from.getLong(at), from.getLong(at + 8), from.getLong(at + 16), from.getLong(at + 24));
  }

  void write(ByteBuffer to) {
    to.putLong(first).putLong(second).putLong(third).putLong(fourth);
  }
}
