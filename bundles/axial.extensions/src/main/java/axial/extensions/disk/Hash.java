package axial.extensions.disk;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as 64 lower-case hexadecimal digits. */
public final class Hash {

  private Hash() {}

  /** The hash of these bytes. */
  public static String of(byte[] bytes) {
    return text(digest().digest(bytes));
  }

  /** A hash still to be fed. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }

  /** A digest in digits. */
  public static String text(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
