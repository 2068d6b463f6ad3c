package axial.extensions.lock;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;

/**
 * The file {@code extensions/isolated} of a workspace: symbolic names, one a line, of the
 * extensions that are started in processes of their own only. The launcher reads it too.
 */
public final class IsolatedNames {

  private final NamesFile names;

  /** The file beside a lock file. */
  public IsolatedNames(Path extensions) {
    this.names = new NamesFile(extensions.resolve("isolated"));
  }

  /** The names. */
  public Set<String> read() {
    return names.read();
  }

  /** Adds names. */
  public void add(Collection<String> more) {
    names.change(all -> all.addAll(more));
  }

  /** Keeps those names only. */
  public void retain(Collection<String> kept) {
    names.change(all -> all.retainAll(kept));
  }
}
