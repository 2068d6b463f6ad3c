package axial.run.crate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
  private final Map<String, ZipEntry> entries = new HashMap<>();

  private Unpacking(ZipFile zip, long size) {
    this.zip = zip;
    this.size = size;
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

  /**
   * Unpacks a crate.
   *
   * @param into an empty folder
   * @return the name of the run
   */
  static String unpack(Path file, Path into, Runnable check) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Unpacking unpacking = new Unpacking(zip, Files.size(file));
      unpacking.names();
      return unpacking.files(into, check);
    }
  }

  private void names() throws Refused {
    Set<String> seen = new HashSet<>();
    var all = zip.entries();
    while (all.hasMoreElements()) {
      ZipEntry entry = all.nextElement();
      String name = entry.getName();
      requireInside(name);
      if (!seen.add(Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))) {
        throw new Refused("the name \"" + name + "\" comes twice");
      }
      if (seen.size() > MOST_FILES) {
        throw new Refused("it has more than " + MOST_FILES + " files");
      }
      if (!entry.isDirectory()) {
        entries.put(name, entry);
      }
    }
  }

  private static void requireInside(String name) throws Refused {
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    boolean odd = path.chars().anyMatch(c -> c < ' ' || c == '\\' || c == ':');
    if (odd || List.of(path.split("/", -1)).stream().anyMatch(p -> p.matches("|\\.|\\.\\."))) {
      throw new Refused("the name \"" + name.replaceAll("\\p{Cntrl}", "?") + "\" leads elsewhere");
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
    Files.createDirectories(to.getParent());
    try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest);
        OutputStream out = Files.newOutputStream(to, java.nio.file.StandardOpenOption.CREATE_NEW)) {
      byte[] buffer = new byte[1 << 16];
      long left = file.bytes();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        left -= n;
        if (left < 0) {
          throw new Refused("\"" + file.name() + "\" is larger than its description says");
        }
        out.write(buffer, 0, n);
      }
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
      throw new Refused("\"" + file.name() + "\" has another SHA-256 than its description says");
    }
  }
}
