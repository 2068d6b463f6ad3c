package axial.extensions.trust;

import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;

/**
 * Who signs catalogs, known by a public key and nothing else.
 *
 * @param key an Ed25519 key
 */
public record Publisher(PublicKey key) {

  /** The publisher of a key that was written by {@link #text()}; nothing for any other text. */
  public static Optional<Publisher> parse(String text) {
    return Ed25519.base64(text).flatMap(Ed25519::publicKey).map(Publisher::new);
  }

  /** The key in base 64, on one line. */
  public String text() {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  /** What people compare. */
  public Fingerprint fingerprint() {
    return Fingerprint.of(key);
  }

  /** Whether one of the lines of a signature file signs this message by this key. */
  public boolean signed(byte[] message, SignatureFile signatures) {
    return signatures.signatures().stream()
        .anyMatch(signature -> Ed25519.verify(key, message, signature));
  }
}
