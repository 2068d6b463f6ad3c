package axial.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The extensions that the lock file of a workspace names, each checked before anything of it is
 * used: its bytes are those that were locked, and its publisher is not revoked. Those that run in a
 * process of their own only are not among them.
 */
final class LockedFiles {

  private static final String FIRST = "# Axial extensions, format 1";
  private static final int COLUMNS = 6;

  private final List<BundleFile> files = new ArrayList<>();
  private final Map<String, String> setAside = new TreeMap<>();
  private final List<String> warnings = new ArrayList<>();
  private final Set<String> isolated = new HashSet<>();

  /** Reads the lock file of a workspace and checks what it names. */
  static LockedFiles of(Places places) {
    LockedFiles locked = new LockedFiles();
    try {
      locked.isolated.addAll(names(places.isolated()));
    } catch (IOException unreadable) {
      locked.refuse(places.isolated());
      return locked;
    }
    if (!Files.exists(places.lock())) {
      return locked;
    }
    try {
      locked.read(places);
    } catch (IOException unreadable) {
      locked.refuse(places.lock());
    }
    return locked;
  }

  private void read(Places places) throws IOException {
    List<String> lines = Files.readAllLines(places.lock(), StandardCharsets.UTF_8);
    if (lines.isEmpty() || !lines.get(0).equals(FIRST)) {
      refuse(places.lock());
      return;
    }
    Set<String> revoked = names(places.revoked());
    for (String line : lines) {
      String[] columns = line.split("\t", -1);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (columns.length != COLUMNS || !columns[2].matches("[0-9a-f]{64}")) {
        refuse(places.lock());
        return;
      }
      check(places, columns, revoked);
    }
  }

  /** Half a lock file is none: nothing that it names is started. */
  private void refuse(Path lock) {
    files.clear();
    warnings.add(
        "The file %s is no lock file, and no extension is started. Restore it from a copy."
            .formatted(lock));
  }

  /** The lines of a file, which may be missing. */
  private static Set<String> names(Path file) throws IOException {
    Set<String> names = new HashSet<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        names.add(line.strip());
      }
    }
    return names;
  }

  private void check(Places places, String[] columns, Set<String> revoked) throws IOException {
    String name = columns[0] + " " + columns[1];
    String hash = columns[2];
    Path jar = places.stored(hash);
    if (revoked.contains(columns[5])) {
      setAside(name, hash, "Its publisher " + columns[5] + " is trusted no more.");
    } else if (isolated.contains(columns[0])) {
      setAside.put(hash, "It runs in a process of its own.");
    } else if (!Files.isRegularFile(jar)) {
      setAside(name, hash, "Its jar is missing from the store; install it again.");
    } else if (!BundleFile.sha256(jar).equals(hash)) {
      setAside(name, hash, "Its jar was changed after it was installed; install it again.");
    } else {
      Optional<BundleFile> file = BundleFile.of(jar);
      if (file.isPresent() && file.get().identity().equals(name)) {
        files.add(file.get());
      } else {
        setAside(name, hash, "Its jar is another bundle; install it again.");
      }
    }
  }

  private void setAside(String name, String hash, String reason) {
    setAside.put(hash, reason);
    warnings.add("The extension " + name + " was set aside. " + reason);
  }

  /** What may be started. */
  List<BundleFile> files() {
    return files;
  }

  /** Symbolic names of what is not started here. */
  Set<String> isolated() {
    return isolated;
  }

  /** Why lines of the lock file are not started, by SHA-256. */
  Map<String, String> setAside() {
    return setAside;
  }

  /** What the user should know, one sentence each. */
  List<String> warnings() {
    return warnings;
  }
}
