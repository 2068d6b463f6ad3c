package axial.extensions;

import axial.extension.Catalogs.Release;
import axial.extensions.publish.LocalPublishing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A publisher for tests: a key and the folder of a catalog. */
public final class Lab {

  private final Path folder;
  private final Path key;
  private final String fingerprint;

  /** A lab with a new key. */
  public Lab(Path folder, String name) {
    this.folder = folder;
    key = folder.resolve(name + ".key");
    fingerprint = new LocalPublishing().makeKey(key);
  }

  /** The folder of its catalog. */
  public Path catalog() {
    return folder.resolve("catalog");
  }

  /** Its key file. */
  public Path key() {
    return key;
  }

  /** The fingerprint of its key. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Publishes a jar. */
  public Release publish(LabJar jar) throws IOException {
    return new LocalPublishing()
        .publish(jar.in(folder.resolve("built")), catalog(), key, Optional.empty());
  }
}
