package axial.cli;

import java.net.URI;
import java.nio.file.Path;

/** Addresses as people type them: a folder, or something with {@code file:} or {@code http:}. */
final class Addresses {

  private Addresses() {}

  static URI of(String typed) {
    if (typed.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
      try {
        return URI.create(typed);
      } catch (IllegalArgumentException broken) {
        return Path.of(typed).toAbsolutePath().toUri();
      }
    }
    return Path.of(typed).toAbsolutePath().toUri();
  }
}
