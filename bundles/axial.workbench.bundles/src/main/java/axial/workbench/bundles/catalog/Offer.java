package axial.workbench.bundles.catalog;

import axial.extension.Catalogs.Catalog;
import axial.extension.Catalogs.Release;
import axial.extension.Installation.Installed;
import axial.extension.Installation.State;
import axial.workbench.bundles.change.Bytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Version;

/**
 * An extension that catalogs offer.
 *
 * @param releases all its versions, the newest first; at least one
 * @param catalogs names of the catalogs by SHA-256 of a release
 * @param installed what of it is in the workspace
 * @param unfit why its newest version cannot be installed, in words; empty when it can, nothing
 *     while that is not known
 */
record Offer(
    List<Release> releases,
    Map<String, String> catalogs,
    Optional<Installed> installed,
    Optional<String> unfit) {

  /** Copies the collections. */
  Offer {
    releases = List.copyOf(releases);
    catalogs = Map.copyOf(catalogs);
  }

  /** What all catalogs offer, in the order of the names. */
  static List<Offer> of(List<Catalog> all, List<Installed> installed) {
    Map<String, List<Release>> byName = new TreeMap<>();
    Map<String, String> catalogs = new LinkedHashMap<>();
    for (Catalog catalog : all) {
      for (Release release : catalog.releases()) {
        catalogs.putIfAbsent(release.bundle().sha256(), catalog.name());
        byName
            .computeIfAbsent(release.bundle().name().symbolicName(), name -> new ArrayList<>())
            .add(release);
      }
    }
    List<Offer> offers = new ArrayList<>();
    byName.forEach(
        (name, releases) -> {
          releases.sort(Comparator.comparing(Offer::version).reversed());
          offers.add(
              new Offer(
                  releases,
                  catalogs,
                  installed.stream()
                      .filter(one -> one.state() != State.RETIRING)
                      .filter(one -> one.bundle().name().symbolicName().equals(name))
                      .max(Comparator.comparing(one -> parsed(one.bundle().name().version()))),
                  Optional.empty()));
        });
    return offers;
  }

  private static Version version(Release release) {
    return parsed(release.bundle().name().version());
  }

  private static Version parsed(String text) {
    try {
      return Version.parseVersion(text);
    } catch (IllegalArgumentException none) {
      return Version.emptyVersion;
    }
  }

  /** The same, once it is known whether it fits. */
  Offer fitting(String why) {
    return new Offer(releases, catalogs, installed, Optional.of(why));
  }

  Release newest() {
    return releases.get(0);
  }

  String symbolicName() {
    return newest().bundle().name().symbolicName();
  }

  String newestVersion() {
    return newest().bundle().name().version();
  }

  /** The name of its catalog. */
  String catalog() {
    return catalogs.getOrDefault(newest().bundle().sha256(), "");
  }

  /** What is installed, in words; empty when nothing is. */
  String installedVersion() {
    return installed
        .map(
            one ->
                one.bundle().name().version()
                    + (one.state() == State.ISOLATED ? ", in a process of its own" : ""))
        .orElse("");
  }

  /** Whether it is not installed yet and would fit. */
  boolean canInstall() {
    return installed.isEmpty() && unfit.filter(String::isEmpty).isPresent();
  }

  /** Whether a newer version than the installed one is offered. */
  boolean isNewer() {
    return installed
        .filter(one -> parsed(one.bundle().name().version()).compareTo(parsed(newestVersion())) < 0)
        .isPresent();
  }

  /** Whether the newer version would fit. */
  boolean canUpdate() {
    return isNewer() && unfit.filter(String::isEmpty).isPresent();
  }

  /** Whether it must be found out if it fits. */
  boolean isOpen() {
    return unfit.isEmpty() && (installed.isEmpty() || isNewer());
  }

  /** How it stands, in words. */
  String state() {
    if (installed.isPresent() && !isNewer()) {
      return "Installed";
    }
    return unfit
        .map(why -> why.isEmpty() ? isNewer() ? "An update" : "Fits" : why)
        .orElse("Looking\u2026");
  }

  String size() {
    return Bytes.words(newest().bundle().bytes());
  }

  /** Whether a filter's words are all found in what is said of it. */
  boolean matches(String filter) {
    String text =
        String.join(
                " ",
                symbolicName(),
                newest().title(),
                newest().description(),
                newest().author(),
                newest().licence(),
                catalog())
            .toLowerCase(Locale.ROOT);
    return List.of(filter.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
        .allMatch(text::contains);
  }
}
