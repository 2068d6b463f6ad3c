package axial.cli;

import axial.extension.Catalogs;
import axial.extension.LockedBundle;
import java.util.List;

/** All that a catalog says of one release, in lines. */
final class ReleaseText {

  private ReleaseText() {}

  static String of(Catalogs.Catalog catalog, Catalogs.Release release) {
    LockedBundle bundle = release.bundle();
    StringBuilder text = new StringBuilder(bundle.name() + ": " + release.title());
    add(text, "what", release.description());
    add(text, "needs", all(release.needs()));
    add(text, "licence", release.licence());
    add(text, "author", release.author());
    add(text, "size", PlannedChange.size(bundle.bytes()));
    add(text, "SHA-256", bundle.sha256());
    add(text, "catalog", catalog.name() + ", " + catalog.address());
    add(text, "signed by", catalog.publisher());
    add(text, "pictures", all(release.screenshots()));
    return text.append('\n').toString();
  }

  private static String all(List<String> values) {
    return values.isEmpty() ? "none" : String.join(", ", values);
  }

  private static void add(StringBuilder text, String name, String value) {
    text.append('\n').append(String.format("  %-10s %s", name, value));
  }
}
