package axial.extensions.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The addresses of catalogs that this Axial was built with, from {@code cnf/catalogs.txt}. */
final class Suggestions {

  private static final String FILE = "/catalogs.txt";

  private Suggestions() {}

  static List<URI> read() {
    try (@Nullable InputStream in = Suggestions.class.getResourceAsStream(FILE)) {
      if (in == null) {
        return List.of();
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> Addresses.canonical(URI.create(line)))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
