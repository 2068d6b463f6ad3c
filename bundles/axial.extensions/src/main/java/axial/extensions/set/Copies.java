package axial.extensions.set;

import axial.extensions.disk.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.osgi.framework.Bundle;

/** Makes a running bundle come once more, from a copy of its jar. */
final class Copies {

  private final Path folder;
  private final Function<String, Path> stored;
  private final AtomicLong count = new AtomicLong();

  /**
   * Copies in a folder that goes with the framework.
   *
   * @param stored where the jar of a hash is kept, if it is
   */
  Copies(Path folder, Function<String, Path> stored) {
    this.folder = folder;
    this.stored = stored;
  }

  /** The bundle once more; nothing when its jar is not kept. */
  Optional<Arrival> of(Bundle bundle) {
    Optional<String> hash = Arrival.hash(bundle);
    if (hash.isEmpty() || !Files.isRegularFile(stored.apply(hash.get()))) {
      return Optional.empty();
    }
    String name = bundle.getSymbolicName() + " " + bundle.getVersion();
    return Optional.of(Arrival.lying(name, copy(stored.apply(hash.get()))));
  }

  /** What is to come where a bundle is that has not gone yet. */
  Arrival of(Arrival taken) {
    return taken
        .copied()
        .map(from -> taken.again(count.incrementAndGet()))
        .orElseGet(() -> Arrival.lying(taken.name(), copy(taken.lying())));
  }

  /** A location is a bundle, so that each copy lies in a folder of its own. */
  private Path copy(Path jar) {
    Path copy = folder.resolve(Long.toString(count.incrementAndGet())).resolve(jar.getFileName());
    try {
      Files.createDirectories(copy.getParent());
      Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException full) {
      throw WholeFile.unwritable(copy, full);
    }
    return copy;
  }
}
