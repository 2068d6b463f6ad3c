package axial.extensions.catalog;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A catalog in a folder of this machine or of a shared disk. */
public final class FolderPlace implements Place {

  private static final int BUFFER = 1 << 16;

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
  public boolean copy(String path, long most, Sink sink, Progress progress) {
    Path file = folder.resolve(path);
    try {
      if (!Files.isRegularFile(file)) {
        if (!Files.isDirectory(folder)) {
          throw new java.nio.file.NoSuchFileException("there is no such folder");
        }
        return false;
      }
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        throw outside(path);
      }
    } catch (IOException broken) {
      throw unreachable(path, broken);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      long seen = 0;
      for (int count = read(in, buffer, path); count >= 0; count = read(in, buffer, path)) {
        progress.checkCancelled();
        seen += count;
        if (seen > most) {
          throw tooLong(path, most);
        }
        sink.take(buffer, count);
      }
      return true;
    } catch (IOException broken) {
      throw unreachable(path, broken);
    }
  }

  private int read(InputStream in, byte[] buffer, String path) {
    try {
      return in.read(buffer);
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
