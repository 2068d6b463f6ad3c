package axial.workbench.look;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * What a user prefers, kept in one small file. A file that cannot be read counts as empty; one that
 * cannot be written loses preferences, nothing else.
 */
public final class Preferences {

  private final Path file;
  private final Properties values = new Properties();

  /** Preferences in that folder. */
  public Preferences(Path folder) {
    file = folder.resolve("window.properties");
    try (Reader in = Files.newBufferedReader(file)) {
      values.load(in);
    } catch (IOException | IllegalArgumentException missing) {
      values.clear();
    }
  }

  /** A value, or what stands where there is none. */
  public synchronized String get(String key, String otherwise) {
    return values.getProperty(key, otherwise);
  }

  /** Sets a value. */
  public synchronized void put(String key, String value) {
    values.setProperty(key, value);
  }

  /** Folder that layouts may be kept in. */
  public Path folder() {
    Path folder = file.getParent();
    return folder == null ? Path.of(".") : folder;
  }

  /**
   * Writes them, whole or not at all; off the event dispatch thread.
   *
   * @throws IOException when that is not possible
   */
  public synchronized void save() throws IOException {
    Files.createDirectories(folder());
    Path part = Files.createTempFile(folder(), "window", ".part");
    try {
      try (Writer out = Files.newBufferedWriter(part)) {
        values.store(out, null);
      }
      try {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException elsewhere) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
