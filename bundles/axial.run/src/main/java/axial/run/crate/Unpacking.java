package axial.run.crate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads a crate that somebody has sent. Nothing is written but the files that its description
 * names, each as large and with the hash that it says. What is wrong is told as an {@link Refused}.
 */
final class Unpacking {

  private static final int MOST_FILES = 500_000;
  private static final int MOST_METADATA = 256 << 20;

  /** Text may become that much smaller; a file that becomes smaller still is made to do harm. */
  private static final long MOST_RATIO = 200;

  private static final long ALWAYS_FINE = 16 << 20;

  private final ZipFile zip;
  private final long size;
  private final UnaryOperator<OutputStream> out;
  private final Map<String, ZipEntry> entries = new HashMap<>();

  private Unpacking(ZipFile zip, long size, UnaryOperator<OutputStream> out) {
    this.zip = zip;
    this.size = size;
    this.out = out;
  }

  /** A crate that is not taken. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(String why) {
      super(why);
    }

    /** Why, in words that follow a colon. */
    String why() {
      return String.valueOf(getMessage());
    }
  }

  /** A file that could not be written; the crate may be whole. */
  static final class Unwritable extends IOException {
    private static final long serialVersionUID = 1;

    Unwritable(IOException cause) {
      super(cause);
    }
  }

  /**
   * Unpacks a crate.
   *
   * @param into an empty folder
   * @return the name of the run
   * @throws Refused when the crate is not as it should be
   * @throws Unwritable when the disk does not take it
   */
  static String unpack(Path file, Path into, Runnable check) throws IOException {
    return unpack(file, into, check, stream -> stream);
  }

  /**
   * Unpacks a crate through {@code out}.
   *
   * @param out wraps the stream to each file
   */
  static String unpack(Path file, Path into, Runnable check, UnaryOperator<OutputStream> out)
      throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Unpacking unpacking = new Unpacking(zip, Files.size(file), out);
      unpacking.names();
      return unpacking.files(into, check);
    }
  }

  private void names() throws Refused {
    CrateNames names = new CrateNames();
    int count = 0;
    var all = zip.entries();
    while (all.hasMoreElements()) {
      ZipEntry entry = all.nextElement();
      Optional<String> wrong = names.add(entry.getName());
      if (wrong.isPresent()) {
        throw new Refused(wrong.get());
      }
      if (++count > MOST_FILES) {
        throw new Refused("it has more than " + MOST_FILES + " files");
      }
      if (!entry.isDirectory()) {
        entries.put(entry.getName(), entry);
      }
    }
  }

  private String files(Path into, Runnable check) throws IOException {
    ZipEntry description = entries.remove(CrateFile.METADATA);
    if (description == null) {
      throw new Refused("it has no " + CrateFile.METADATA);
    }
    byte[] bytes;
    try (InputStream in = zip.getInputStream(description)) {
      bytes = in.readNBytes((int) Math.min(MOST_METADATA, allowed()));
      if (in.read() >= 0) {
        throw new Refused("its description is too large");
      }
    }
    Metadata.Contents contents = new Metadata().read(bytes);
    long total = 0;
    for (CrateFile file : contents.files()) {
      total += file.bytes();
      if (total > allowed()) {
        throw new Refused("it would unpack to far more than it is");
      }
    }
    for (CrateFile file : contents.files()) {
      check.run();
      ZipEntry entry = entries.remove(file.name());
      if (entry == null) {
        throw new Refused("it lacks \"" + file.name() + "\"");
      }
      unpack(file, entry, into.resolve(file.name()));
    }
    for (String more : entries.keySet()) {
      throw new Refused("its description does not name \"" + more + "\"");
    }
    return contents.run();
  }

  private long allowed() {
    return ALWAYS_FINE + MOST_RATIO * size;
  }

  private void unpack(CrateFile file, ZipEntry entry, Path to) throws IOException {
    MessageDigest digest = Packing.sha256();
    try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest);
        OutputStream open = open(to)) {
      byte[] buffer = new byte[1 << 16];
      long left = file.bytes();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        left -= n;
        if (left < 0) {
          throw new Refused("\"" + file.name() + "\" is larger than its description says");
        }
        write(open, buffer, n);
      }
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
      throw new Refused("\"" + file.name() + "\" has another SHA-256 than its description says");
    }
  }

  private OutputStream open(Path to) throws Unwritable {
    try {
      Files.createDirectories(to.getParent());
      return out.apply(Files.newOutputStream(to, StandardOpenOption.CREATE_NEW));
    } catch (IOException refused) {
      throw new Unwritable(refused);
    }
  }

  /** A full disk is no fault of the crate. */
  private static void write(OutputStream to, byte[] buffer, int count) throws Unwritable {
    try {
      to.write(buffer, 0, count);
    } catch (IOException full) {
      throw new Unwritable(full);
    }
  }
}
