package axial.extensions.trust;

import axial.extensions.disk.WholeFile;
import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A publisher's key in two files: the private one, PKCS 8 in PEM, which its owner alone may read,
 * and beside it the public one with the ending {@code .pub}.
 */
public final class KeyFile {

  private static final int MOST_BYTES = 10_000;
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private final PrivateKey key;
  private final Publisher publisher;

  private KeyFile(PrivateKey key, Publisher publisher) {
    this.key = key;
    this.publisher = publisher;
  }

  /**
   * Makes a new key in new files.
   *
   * @throws ProblemException of kind OUTPUT when one of them exists or cannot be written
   */
  public static Fingerprint make(Path file) {
    KeyPair pair = Ed25519.make();
    Path open = publicFile(file);
    if (Files.exists(open)) {
      throw exists(open);
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      create(file, FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
      Files.writeString(file, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
      Files.writeString(open, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    } catch (FileAlreadyExistsException there) {
      throw exists(file);
    } catch (IOException broken) {
      throw WholeFile.unwritable(file, broken);
    }
    return Fingerprint.of(pair.getPublic());
  }

  private static void create(Path file, boolean posix) throws IOException {
    FileAttribute<?>[] owner =
        posix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
            : new FileAttribute<?>[0];
    Files.createFile(file, owner);
  }

  /**
   * Reads a key.
   *
   * @throws ProblemException of kind INPUT when a file is missing, is no such key, may be read by
   *     others, or the two do not belong together
   */
  public static KeyFile read(Path file) {
    byte[] secret = block(file, "PRIVATE KEY");
    refuseOpenRights(file);
    byte[] open = block(publicFile(file), "PUBLIC KEY");
    Optional<PrivateKey> key = Ed25519.privateKey(secret);
    Optional<Publisher> publisher = Ed25519.publicKey(open).map(Publisher::new);
    if (key.isEmpty() || publisher.isEmpty()) {
      throw refuse(key.isEmpty() ? file : publicFile(file), "is no Ed25519 key");
    }
    KeyFile read = new KeyFile(key.get(), publisher.get());
    byte[] test = "Do these two belong together?".getBytes(StandardCharsets.US_ASCII);
    if (!read.publisher.signed(test, read.sign(test))) {
      throw refuse(publicFile(file), "belongs to another private key than " + file);
    }
    return read;
  }

  private static void refuseOpenRights(Path file) {
    try {
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
          && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
        throw ProblemException.of(
            Problem.Kind.INPUT,
            "The private key %s may be used by others than its owner.".formatted(file),
            "Take their rights away (chmod 600), and make a new key if others may have read it.");
      }
    } catch (IOException broken) {
      throw refuse(file, "does not tell who may read it");
    }
  }

  private static byte[] block(Path file, String name) {
    String text =
        new String(
            WholeFile.read(file, MOST_BYTES).orElseThrow(() -> refuse(file, "is not there")),
            StandardCharsets.US_ASCII);
    Matcher block =
        Pattern.compile("-----BEGIN %s-----([^-]*)-----END %s-----".formatted(name, name))
            .matcher(text);
    return Optional.of(block)
        .filter(Matcher::find)
        .flatMap(found -> Ed25519.base64(found.group(1)))
        .orElseThrow(() -> refuse(file, "is no Ed25519 key"));
  }

  private static ProblemException refuse(Path file, String why) {
    return ProblemException.of(
        Problem.Kind.INPUT,
        "The key file %s %s.".formatted(file, why),
        "Restore it from a copy, or make a key with: ./axial extensions keygen FILE");
  }

  private static ProblemException exists(Path file) {
    return ProblemException.of(
        Problem.Kind.OUTPUT,
        "The file %s exists; a key is never overwritten.".formatted(file),
        "Choose another name.");
  }

  private static Path publicFile(Path file) {
    return file.resolveSibling(file.getFileName() + ".pub");
  }

  private static String pem(String name, byte[] encoded) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(name, text, name);
  }

  /** Whose key this is. */
  public Publisher publisher() {
    return publisher;
  }

  /** Signs a message; the same message has the same signature every time. */
  public SignatureFile sign(byte[] message) {
    try {
      return new SignatureFile(List.of(Ed25519.sign(key, message)));
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException("A key that was read does not sign.", impossible);
    }
  }
}
