package axial.extensions.jar;

import axial.extensions.resolve.Described;
import axial.extensions.resolve.Headers;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A jar, looked into without running or unpacking any of it. Every entry is read and counted, as
 * the sizes that a zip states may lie.
 *
 * @param described what the bundle offers and requires
 * @param headers main attributes of its manifest
 */
public record JarContents(Described described, Attributes headers) {

  private static final int MOST_ENTRIES = 200_000;
  private static final int MOST_MANIFEST = 4_000_000;
  private static final long MOST_BYTES = 4_000_000_000L;
  private static final long MOST_TIMES = 200;
  private static final long ALWAYS_FINE = 50_000_000;
  private static final int BUFFER = 1 << 16;
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  /**
   * Looks into a jar.
   *
   * @param shown what the user knows the jar by
   * @throws ProblemException of kind INPUT, in one sentence, for a file that is no bundle, has an
   *     entry outside of itself or the same entry twice, or unpacks to more than a bundle may
   */
  public static JarContents read(Path jar, String shown, Progress progress) {
    return new Look(shown, progress).read(jar);
  }

  /** A header of the manifest, without blanks around it; nothing for an empty one. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.getValue(name)).map(String::strip).filter(h -> !h.isEmpty());
  }

  /**
   * Reads one small entry of a jar that was looked into.
   *
   * @return nothing when there is no such entry or it is longer than {@code most} bytes
   */
  public static Optional<byte[]> entry(Path jar, String name, int most) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(name);
      if (entry == null) {
        return Optional.empty();
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return Optional.of(in.readNBytes(most + 1)).filter(bytes -> bytes.length <= most);
      }
    }
  }

  private static final class Look {

    private final String shown;
    private final Progress progress;
    private final Set<String> names = new HashSet<>();
    private final byte[] buffer = new byte[BUFFER];
    private long unpacked;

    Look(String shown, Progress progress) {
      this.shown = shown;
      this.progress = progress;
    }

    JarContents read(Path jar) {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        long most = Math.min(MOST_BYTES, Math.max(ALWAYS_FINE, MOST_TIMES * jar.toFile().length()));
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
          ZipEntry entry = entries.nextElement();
          checkName(entry.getName());
          count(zip, entry, most);
        }
        ZipEntry manifest = zip.getEntry(MANIFEST);
        if (manifest == null) {
          throw refuse("has no manifest, so it is no bundle");
        }
        return described(zip, manifest);
      } catch (ZipException broken) {
        throw refuse("is no whole jar (" + broken.getMessage() + ")");
      } catch (IOException broken) {
        throw refuse("cannot be read (" + broken.getClass().getSimpleName() + ")");
      }
    }

    private JarContents described(ZipFile zip, ZipEntry entry) throws IOException {
      byte[] bytes;
      try (InputStream in = zip.getInputStream(entry)) {
        bytes = in.readNBytes(MOST_MANIFEST + 1);
      }
      if (bytes.length > MOST_MANIFEST) {
        throw refuse("has a manifest of more than " + MOST_MANIFEST + " bytes");
      }
      try {
        Attributes headers = new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes();
        return new JarContents(Headers.describe(headers::getValue), headers);
      } catch (IllegalArgumentException wrong) {
        throw refuse("has a manifest that is none of a bundle: " + wrong.getMessage());
      }
    }

    private void checkName(String name) {
      boolean outside =
          name.startsWith("/")
              || name.indexOf('\\') >= 0
              || name.indexOf('\0') >= 0
              || name.matches("[A-Za-z]:.*")
              || List.of(name.split("/", -1)).contains("..");
      if (outside) {
        throw refuse("has an entry that leads out of it, \"" + name + "\"");
      }
      boolean manifest = name.toUpperCase(Locale.ROOT).equals(MANIFEST);
      if (!names.add(manifest ? MANIFEST : name)) {
        throw refuse("has the entry \"" + name + "\" twice");
      }
      if (names.size() > MOST_ENTRIES) {
        throw refuse("has more than " + MOST_ENTRIES + " entries");
      }
    }

    private void count(ZipFile zip, ZipEntry entry, long most) throws IOException {
      try (InputStream in = zip.getInputStream(entry)) {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          progress.checkCancelled();
          unpacked += n;
          if (unpacked > most) {
            throw refuse("unpacks to more than %,d bytes".formatted(most));
          }
        }
      }
    }

    private ProblemException refuse(String why) {
      return ProblemException.of(
          Problem.Kind.INPUT,
          "The jar %s %s.".formatted(shown, why),
          "It was not installed; build it again, or ask who made it.");
    }
  }
}
