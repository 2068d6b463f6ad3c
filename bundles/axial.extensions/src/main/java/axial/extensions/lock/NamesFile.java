package axial.extensions.lock;

import axial.extensions.disk.WholeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A file of names, one a line. */
final class NamesFile {

  private static final int MOST_BYTES = 1 << 20;

  private final Path file;

  NamesFile(Path file) {
    this.file = file;
  }

  /** The names; none of a missing file. */
  Set<String> read() {
    return WholeFile.read(file, MOST_BYTES).stream()
        .flatMap(bytes -> new String(bytes, StandardCharsets.UTF_8).lines())
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toSet());
  }

  /**
   * Changes the names.
   *
   * @param change of a set; whether it has changed it
   */
  void change(Predicate<Set<String>> change) {
    Set<String> names = new TreeSet<>(read());
    if (change.test(names)) {
      String text = names.stream().map(name -> name + "\n").collect(Collectors.joining());
      WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
