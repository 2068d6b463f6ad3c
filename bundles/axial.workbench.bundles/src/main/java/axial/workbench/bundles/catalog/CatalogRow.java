package axial.workbench.bundles.catalog;

import axial.extension.Catalogs.Catalog;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A catalog as a line.
 *
 * @param catalog what is known of it
 * @param read when its state was read last; nothing when that is not known
 */
record CatalogRow(Catalog catalog, Optional<Instant> read) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

  /** How it stands, in a few words; why is its catalog's trouble. */
  String state() {
    String when =
        read.map(at -> DAY.format(at.atZone(ZoneId.systemDefault()))).orElse("an unknown day");
    if (catalog.trouble().isEmpty()) {
      return "Current, read " + when;
    }
    return isRefused() ? "Refused" : "Offline copy of " + when;
  }

  /** Whether nothing of it is used. */
  boolean isRefused() {
    return !catalog.trouble().isEmpty() && catalog.releases().isEmpty();
  }

  /** The beginning of the fingerprint, to tell keys apart; the whole is in the tooltip. */
  String publisher() {
    String text = catalog.publisher();
    return text.length() > 19 ? text.substring(0, 19) + "\u2026" : text;
  }
}
