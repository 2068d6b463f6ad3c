package axial.extensions.trust;

import axial.extensions.disk.Hash;
import axial.job.Problem;
import axial.job.ProblemException;
import java.security.PublicKey;
import java.util.Locale;

/**
 * A key's short name, which two people can read to each other: the SHA-256 of the public key (its
 * X.509 encoding), in 16 groups of four hexadecimal digits.
 *
 * @param text such as {@code 3f2a-91bc-...}
 */
public record Fingerprint(String text) {

  /** Checks the form. */
  public Fingerprint {
    if (!text.matches("[0-9a-f]{4}(-[0-9a-f]{4}){15}")) {
      throw new IllegalArgumentException("A fingerprint has 16 groups of digits: " + text);
    }
  }

  /** The fingerprint of a key. */
  public static Fingerprint of(PublicKey key) {
    return grouped(Hash.of(key.getEncoded()));
  }

  /**
   * Reads what a person typed: capitals, spaces, colons and hyphens do not matter.
   *
   * @throws ProblemException of kind USAGE
   */
  public static Fingerprint parse(String typed) {
    String digits = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s:-]", "");
    if (!digits.matches("[0-9a-f]{64}")) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "\"" + typed + "\" is no fingerprint.",
          "A fingerprint has 64 hexadecimal digits, in 16 groups of four; ask the publisher for it.");
    }
    return grouped(digits);
  }

  private static Fingerprint grouped(String digits) {
    return new Fingerprint(digits.replaceAll("(.{4})(?=.)", "$1-"));
  }

  @Override
  public String toString() {
    return text;
  }
}
