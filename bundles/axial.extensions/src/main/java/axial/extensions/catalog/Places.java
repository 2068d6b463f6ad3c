package axial.extensions.catalog;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where catalogs lie: folders of this machine, and web servers behind one client. Thread-safe. */
final class Places {

  private final Duration silence;
  private @Nullable HttpClient client;

  /**
   * Places.
   *
   * @param silence how long a server may say nothing
   */
  Places(Duration silence) {
    this.silence = silence;
  }

  /** The place of an address that {@link Addresses} has made. */
  Place of(URI canonical) {
    return "file".equals(canonical.getScheme())
        ? new FolderPlace(Addresses.file(canonical), canonical)
        : new WebPlace(canonical, client(), silence);
  }

  /** A client has threads, so that there is none before it is needed. */
  private synchronized HttpClient client() {
    HttpClient made = client == null ? WebPlace.client() : client;
    client = made;
    return made;
  }
}
