package axial.extensions.install;

import axial.extension.LockedBundle;
import axial.extensions.disk.Hash;
import axial.extensions.jar.JarContents;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * A jar of the user's own.
 *
 * @param bundle name, hash and size, without an origin
 * @param contents what is in it
 */
record FileJar(LockedBundle bundle, JarContents contents) {

  private static final int BUFFER = 1 << 16;

  /**
   * Reads a file. It is read twice; the bytes that are installed later are checked once more.
   *
   * @throws ProblemException of kind INPUT when it cannot be read or is no bundle
   */
  static FileJar read(Path jar, Progress progress) {
    if (!Files.isRegularFile(jar)) {
      throw ProblemException.of(
          Problem.Kind.INPUT, "There is no file " + jar + ".", "Check its name.");
    }
    JarContents contents = JarContents.read(jar, jar.toString(), progress);
    MessageDigest digest = Hash.digest();
    long bytes = 0;
    try (InputStream in = Files.newInputStream(jar)) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        progress.checkCancelled();
        digest.update(buffer, 0, n);
        bytes += n;
      }
    } catch (IOException broken) {
      throw unreadable(jar, broken);
    }
    return new FileJar(
        new LockedBundle(
            contents.described().name(), Hash.text(digest.digest()), bytes, Optional.empty()),
        contents);
  }

  static ProblemException unreadable(Path jar, IOException broken) {
    return new ProblemException(
        new Problem(
            Problem.Kind.INPUT,
            "The file %s cannot be read (%s).".formatted(jar, broken.getClass().getSimpleName()),
            "Check its rights."),
        broken);
  }
}
