package axial.extensions.catalog;

import axial.job.Problem;
import axial.job.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Locale;

/** Addresses of catalogs: one spelling for each, and only kinds that Axial reads. */
final class Addresses {

  private Addresses() {}

  /**
   * The one spelling of an address: absolute, in lower case where case does not count, ending with
   * a slash.
   *
   * @throws ProblemException of kind USAGE for an address of another kind
   */
  static URI canonical(URI given) {
    String scheme = given.getScheme() == null ? "" : given.getScheme().toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "" -> folder(Path.of(given.getPath()));
      case "file" -> folder(file(given));
      case "http", "https" -> web(scheme, given);
      default -> throw refused(given);
    };
  }

  /** The folder of a {@code file:} address. */
  static Path file(URI address) {
    try {
      return Path.of(address);
    } catch (IllegalArgumentException | FileSystemNotFoundException none) {
      throw refused(address);
    }
  }

  private static URI folder(Path folder) {
    String uri = folder.toAbsolutePath().normalize().toUri().toString();
    return URI.create(uri.endsWith("/") ? uri : uri + "/");
  }

  private static URI web(String scheme, URI given) {
    if (given.getHost() == null || given.getUserInfo() != null || given.getQuery() != null) {
      throw refused(given);
    }
    String path = given.normalize().getPath();
    try {
      return new URI(
          scheme,
          null,
          given.getHost().toLowerCase(Locale.ROOT),
          given.getPort(),
          path.endsWith("/") ? path : path + "/",
          null,
          null);
    } catch (URISyntaxException broken) {
      throw refused(given);
    }
  }

  private static ProblemException refused(URI address) {
    return ProblemException.of(
        Problem.Kind.USAGE,
        "\"" + address + "\" is no address of a catalog.",
        "Give a folder, or an address that begins with file:, http:// or https:// and has neither"
            + " a password nor a question mark.");
  }
}
