package axial.extensions.lock;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;

/**
 * The file {@code extensions/brought} of a workspace: symbolic names, one a line, of the bundles
 * that nobody has asked for and that came because others need them. They go with the last of those.
 * A workspace without that file keeps all that it has.
 */
public final class BroughtNames {

  /** The name of the file, beside the store. */
  static final String FILE = "brought";

  private final NamesFile names;

  /** The names in a file. */
  BroughtNames(Path file) {
    this.names = new NamesFile(file);
  }

  /** The names; some may be of bundles that are not installed now. */
  public Set<String> read() {
    return names.read();
  }

  /** They have come because others need them. */
  public void brought(Collection<String> symbolicNames) {
    names.change(all -> all.addAll(symbolicNames));
  }

  /** The user wants them for their own sake. */
  public void asked(Collection<String> symbolicNames) {
    names.change(all -> all.removeAll(symbolicNames));
  }
}
