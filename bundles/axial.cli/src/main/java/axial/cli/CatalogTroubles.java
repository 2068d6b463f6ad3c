package axial.cli;

import axial.extension.Catalogs;
import java.util.List;

/** Tells which catalogs could not be read. */
final class CatalogTroubles {

  private CatalogTroubles() {}

  static void tell(Terminal terminal, List<Catalogs.Catalog> catalogs) {
    for (Catalogs.Catalog catalog : catalogs) {
      if (!catalog.trouble().isEmpty()) {
        String kept = catalog.releases().isEmpty() ? "" : " It is used as it was read last.";
        terminal.note(catalog.trouble() + kept);
      }
    }
  }
}
