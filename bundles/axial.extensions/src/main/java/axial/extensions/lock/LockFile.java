package axial.extensions.lock;

import axial.extension.BundleName;
import axial.extension.LockedBundle;
import axial.extensions.disk.WholeFile;
import axial.job.Problem;
import axial.job.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and writes lock files. After a first line that names the format, a line is a bundle: name,
 * version, SHA-256, bytes, catalog and publisher, separated by tabs; the last two are "-" for a
 * file that the user installed. Empty lines and lines that begin with # say nothing.
 */
public final class LockFile {

  private static final String FIRST = "# Axial extensions, format 1";
  private static final int MOST_BYTES = 4 << 20;
  private static final int COLUMNS = 6;
  private static final String NOTHING = "-";

  private LockFile() {}

  /**
   * Reads a lock file; a missing one has no lines.
   *
   * @throws ProblemException of kind INPUT that names the first line that is none
   */
  public static List<LockedBundle> read(Path file) {
    return WholeFile.read(file, MOST_BYTES)
        .map(bytes -> parse(file, new String(bytes, StandardCharsets.UTF_8)))
        .orElse(List.of());
  }

  private static List<LockedBundle> parse(Path file, String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(FIRST)) {
      throw refused(file, 1, lines.isEmpty() ? "" : lines.get(0));
    }
    List<LockedBundle> bundles = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      LockedBundle bundle = bundle(file, i + 1, line);
      if (!names.add(bundle.name().toString())) {
        throw refused(file, i + 1, line);
      }
      bundles.add(bundle);
    }
    return List.copyOf(bundles);
  }

  private static LockedBundle bundle(Path file, int number, String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS) {
      throw refused(file, number, line);
    }
    try {
      return new LockedBundle(
          new BundleName(columns[0], columns[1]),
          columns[2],
          Long.parseLong(columns[3]),
          columns[4].equals(NOTHING) && columns[5].equals(NOTHING)
              ? Optional.empty()
              : Optional.of(new LockedBundle.Origin(columns[4], columns[5])));
    } catch (IllegalArgumentException wrong) {
      throw refused(file, number, line);
    }
  }

  private static ProblemException refused(Path file, int number, String line) {
    String shown = line.length() > 80 ? line.substring(0, 80) + "..." : line;
    return ProblemException.of(
        Problem.Kind.INPUT,
        "Line %d of %s is no line of a lock file: \"%s\".".formatted(number, file, shown),
        "Restore the file from a copy, or remove it to be without extensions.");
  }

  /** The text of a lock file, its lines in the order of the names. */
  public static String text(List<LockedBundle> bundles) {
    StringBuilder text = new StringBuilder(FIRST).append('\n');
    bundles.stream()
        .sorted(Comparator.comparing(bundle -> bundle.name().toString()))
        .forEach(bundle -> text.append(line(bundle)).append('\n'));
    return text.toString();
  }

  private static String line(LockedBundle bundle) {
    return String.join(
        "\t",
        bundle.name().symbolicName(),
        bundle.name().version(),
        bundle.sha256(),
        Long.toString(bundle.bytes()),
        bundle.origin().map(LockedBundle.Origin::catalog).orElse(NOTHING),
        bundle.origin().map(LockedBundle.Origin::publisher).orElse(NOTHING));
  }

  /**
   * Writes a lock file in the place of a former one, so that whoever reads, also after a crash of
   * the machine, finds one of the two.
   *
   * @throws ProblemException of kind OUTPUT; the former file is there still
   */
  public static void write(Path file, List<LockedBundle> bundles) {
    WholeFile.write(file, text(bundles).getBytes(StandardCharsets.UTF_8));
    WholeFile.force(file.toAbsolutePath().resolveSibling("."));
  }
}
