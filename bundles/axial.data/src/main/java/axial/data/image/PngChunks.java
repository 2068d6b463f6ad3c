package axial.data.image;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Checks a PNG's chunks (PNG specification, 2nd edition, section 5) before its decoder sees them.
 * Java's reader looks at no checksum and so would show a damaged picture as if it were whole.
 */
final class PngChunks {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int END = 0x49454E44; // IEND
  private static final int ANCILLARY = 0x20000000; // a lower-case first letter

  private PngChunks() {}

  /** Whether these bytes begin as a PNG does. */
  static boolean begins(byte[] bytes) {
    return bytes.length >= SIGNATURE.length
        && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  /** Why the file is not decoded, if there is a reason. */
  static Optional<String> objection(byte[] bytes) {
    ByteBuffer chunks = ByteBuffer.wrap(bytes);
    int at = SIGNATURE.length;
    while (at + 12 <= bytes.length) {
      int length = chunks.getInt(at);
      int type = chunks.getInt(at + 4);
      if (length < 0 || length > bytes.length - at - 12) {
        return Optional.of("it is cut short");
      }
      if ((type & ANCILLARY) == 0) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, at + 4, length + 4);
        if ((int) checksum.getValue() != chunks.getInt(at + 8 + length)) {
          return Optional.of("its PNG data is damaged, as its checksum shows");
        }
      }
      if (type == END) {
        return Optional.empty();
      }
      at += 12 + length;
    }
    return Optional.of("it is cut short");
  }
}
