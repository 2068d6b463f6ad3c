package axial.extensions.trust;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of signatures, one a line in base 64. Usually there is one. While a catalog changes there
 * are two, of the former and of the coming file, so that a reader finds a valid one at any moment.
 *
 * @param signatures 64 bytes each
 */
public record SignatureFile(List<byte[]> signatures) {

  private static final int MOST_LINES = 4;
  private static final int BYTES = 64;

  /** Copies the list. */
  public SignatureFile {
    signatures = List.copyOf(signatures);
  }

  /** Reads a file; nothing when it is none of signatures. */
  public static Optional<SignatureFile> parse(byte[] file) {
    List<String> lines =
        new String(file, StandardCharsets.US_ASCII).lines().filter(l -> !l.isBlank()).toList();
    List<byte[]> signatures =
        lines.stream()
            .map(Ed25519::base64)
            .flatMap(Optional::stream)
            .filter(signature -> signature.length == BYTES)
            .toList();
    return lines.isEmpty() || lines.size() > MOST_LINES || signatures.size() != lines.size()
        ? Optional.empty()
        : Optional.of(new SignatureFile(signatures));
  }

  /** The bytes of the file. */
  public byte[] bytes() {
    return signatures.stream()
        .map(signature -> Base64.getEncoder().encodeToString(signature) + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** These signatures and then those. */
  public SignatureFile and(SignatureFile others) {
    return new SignatureFile(
        Stream.concat(signatures.stream(), others.signatures.stream()).limit(2).toList());
  }
}
