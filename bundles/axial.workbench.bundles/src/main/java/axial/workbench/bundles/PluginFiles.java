package axial.workbench.bundles;

import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.osgi.framework.BundleException;

/**
 * The folder {@code plugins} of a workspace. A jar is copied beside its place, read from there and
 * moved to its place, so that the framework never sees half of one and the user's file is free.
 */
final class PluginFiles {

  private final Path folder;

  PluginFiles(Path workspace) {
    this.folder = workspace.toAbsolutePath().normalize().resolve("plugins");
  }

  /** Whether a file is one of the plug-ins. */
  boolean owns(Path file) {
    return file.toAbsolutePath().normalize().startsWith(folder);
  }

  /** Copies a jar beside its later place. */
  Copy copy(Path jar) {
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "new-", ".part");
      Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
      return new Copy(part);
    } catch (IOException broken) {
      throw unwritable(broken);
    }
  }

  /** Deletes a plug-in's file; it is fine when it is gone. */
  void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.OUTPUT,
              "The bundle is removed, but its file " + file + " cannot be deleted.",
              "Delete it, or the bundle comes back at the next start."),
          broken);
    }
  }

  private ProblemException unwritable(IOException broken) {
    return new ProblemException(
        new Problem(
            Problem.Kind.OUTPUT,
            "The jar could not be copied into " + folder + ".",
            "Check the rights of that folder and the space on its disk."),
        broken);
  }

  /** What reads a jar into the framework. */
  interface Reader<T> {
    T read(InputStream in) throws BundleException;
  }

  /** What reads a jar into the framework and returns nothing. */
  interface Taker {
    void take(InputStream in) throws BundleException;
  }

  /** A jar beside its later place; closing it deletes it unless it was moved there. */
  final class Copy implements AutoCloseable {
    private Path file;
    private boolean kept;

    private Copy(Path file) {
      this.file = file;
    }

    /** Has the framework read it. */
    void read(Taker taker) throws BundleException {
      try (InputStream in = Files.newInputStream(file)) {
        taker.take(in);
      } catch (IOException broken) {
        throw unwritable(broken);
      }
    }

    /** Moves it to its place among the plug-ins. */
    Path keep(String name) {
      move(folder.resolve(name));
      return file;
    }

    /** Puts it in the place of another. */
    void replace(Path other) {
      move(other);
    }

    /** Has the framework install it from its place, or leaves nothing there. */
    <T> T install(Reader<T> reader, Path from) throws BundleException {
      try (InputStream in = Files.newInputStream(from)) {
        return reader.read(in);
      } catch (IOException broken) {
        kept = false;
        throw unwritable(broken);
      } catch (BundleException refused) {
        kept = false;
        throw refused;
      }
    }

    private void move(Path place) {
      try {
        Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
        file = place;
        kept = true;
      } catch (IOException broken) {
        throw unwritable(broken);
      }
    }

    @Override
    public void close() {
      if (!kept) {
        try {
          Files.deleteIfExists(file);
        } catch (IOException left) {
          System.getLogger(PluginFiles.class.getName())
              .log(System.Logger.Level.WARNING, file + " could not be deleted.", left);
        }
      }
    }
  }
}
