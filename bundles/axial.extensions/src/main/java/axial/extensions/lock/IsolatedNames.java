package axial.extensions.lock;

import axial.extensions.disk.WholeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The file {@code extensions/isolated} of a workspace: symbolic names, one a line, of the
 * extensions that are started in processes of their own only. The launcher reads it too.
 */
public final class IsolatedNames {

  private static final int MOST_BYTES = 1 << 20;

  private final Path file;

  /** The file beside a lock file. */
  public IsolatedNames(Path extensions) {
    this.file = extensions.resolve("isolated");
  }

  /** The names. */
  public Set<String> read() {
    return WholeFile.read(file, MOST_BYTES).stream()
        .flatMap(bytes -> new String(bytes, StandardCharsets.UTF_8).lines())
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toSet());
  }

  /** Adds names. */
  public void add(Collection<String> more) {
    Set<String> names = new TreeSet<>(read());
    if (names.addAll(more)) {
      write(names);
    }
  }

  /** Keeps those names only. */
  public void retain(Collection<String> kept) {
    Set<String> names = new TreeSet<>(read());
    if (names.retainAll(kept)) {
      write(names);
    }
  }

  private void write(Set<String> names) {
    String text = names.stream().map(name -> name + "\n").collect(Collectors.joining());
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
