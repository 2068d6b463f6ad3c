package axial.view.testing;

import axial.extension.Catalogs;
import axial.extension.LockedBundle;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Catalogs that a test puts somewhere; nothing is read from anywhere. */
public final class TestCatalogs implements Catalogs {

  /** Catalogs that can be looked at, by address. */
  public final Map<URI, Catalog> reachable = new ConcurrentHashMap<>();

  /** Those that were added. */
  public final List<Catalog> added = new CopyOnWriteArrayList<>();

  /** What was asked, in order. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  /** Pictures by path. */
  public final Map<String, byte[]> pictures = new ConcurrentHashMap<>();

  /** A release of that name and version in a catalog. */
  public static Release release(String name, String version, URI catalog, String... pictures) {
    LockedBundle bundle = TestInstallation.bundle(name, version, catalog.toString());
    return new Release(
        bundle,
        "The network " + name,
        "Two convolutions and a dense layer, for small images.",
        List.of("axial.model from 1.0 to below 2"),
        "MIT",
        "Group A",
        List.of(pictures));
  }

  @Override
  public List<Catalog> list() {
    return List.copyOf(added);
  }

  @Override
  public List<URI> suggested() {
    return new ArrayList<>(reachable.keySet());
  }

  @Override
  public Catalog look(URI address, Progress progress) {
    asked.add("look " + address);
    return Optional.ofNullable(reachable.get(address))
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.INPUT,
                    "There is no catalog at " + address + ".",
                    "Check the address."));
  }

  @Override
  public Catalog add(URI address, String fingerprint, Progress progress) {
    asked.add("add " + address + " " + fingerprint);
    Catalog catalog = look(address, progress);
    added.add(catalog);
    return catalog;
  }

  @Override
  public void remove(URI address) {
    asked.add("remove " + address);
    added.removeIf(catalog -> catalog.address().equals(address));
  }

  @Override
  public List<Catalog> refresh(Progress progress) {
    asked.add("refresh");
    return list();
  }

  @Override
  public Optional<Instant> readAt(URI address) {
    return Optional.of(Instant.EPOCH);
  }

  @Override
  public void revoke(String fingerprint) {
    asked.add("revoke " + fingerprint);
  }

  @Override
  public Optional<Release> release(String sha256) {
    return added.stream()
        .flatMap(catalog -> catalog.releases().stream())
        .filter(release -> release.bundle().sha256().equals(sha256))
        .findFirst();
  }

  @Override
  public byte[] screenshot(Release release, String path, Progress progress) {
    asked.add("picture " + path);
    return Optional.ofNullable(pictures.get(path))
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.INPUT, "The catalog lacks " + path + ".", "Ask its publisher."));
  }
}
