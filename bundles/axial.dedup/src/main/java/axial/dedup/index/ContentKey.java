package axial.dedup.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A content id as 256 bits. */
public record ContentKey(long first, long second, long third, long fourth) {

  /** How many bytes it takes. */
  public static final int BYTES = 32;

  /** The key of a content id: its hexadecimal digits, or a digest of an id of another form. */
  public static ContentKey of(String id) {
    if (hexadecimal(id)) {
      return new ContentKey(part(id, 0), part(id, 16), part(id, 32), part(id, 48));
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return read(ByteBuffer.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8))), 0);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }

  private static boolean hexadecimal(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return id.length() == 2 * BYTES;
  }

  private static long part(String id, int from) {
    return Long.parseUnsignedLong(id, from, from + 16, 16);
  }

  /** Reads one at a place of a buffer. */
  public static ContentKey read(ByteBuffer from, int at) {
    return new ContentKey(
        from.getLong(at), from.getLong(at + 8), from.getLong(at + 16), from.getLong(at + 24));
  }

  /** Writes it at the position of a buffer. */
  public void write(ByteBuffer to) {
    to.putLong(first).putLong(second).putLong(third).putLong(fourth);
  }
}
