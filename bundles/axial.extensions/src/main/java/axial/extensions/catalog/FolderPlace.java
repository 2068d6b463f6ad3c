package axial.extensions.catalog;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A catalog in a folder of this machine or of a shared disk. */
public final class FolderPlace implements Place {

  private final Path folder;
  private final URI address;

  /** A folder under the address that it is known by. */
  public FolderPlace(Path folder, URI address) {
    this.folder = folder;
    this.address = address;
  }

  @Override
  public URI address() {
    return address;
  }

  @Override
  public Optional<InputStream> open(String path, long most, Progress progress) {
    Path file = folder.resolve(path);
    try {
      if (!Files.isRegularFile(file)) {
        if (!Files.isDirectory(folder)) {
          throw new NoSuchFileException("there is no such folder");
        }
        return Optional.empty();
      }
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        throw outside(path);
      }
      return Optional.of(new LimitedStream(this, path, most, Files.newInputStream(file), progress));
    } catch (IOException broken) {
      throw unreachable(path, broken);
    }
  }

  private ProblemException outside(String path) {
    return ProblemException.of(
        Problem.Kind.INPUT,
        "The file %s of the catalog %s leads out of the catalog.".formatted(path, address),
        "It was not read; tell the publisher.");
  }
}
