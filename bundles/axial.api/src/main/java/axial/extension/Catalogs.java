package axial.extension;

import axial.job.Progress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The catalogs that a workspace knows, and the publishers whom it trusts. Nothing is fetched from a
 * network but from the addresses that the user has added.
 *
 * <p>All methods may take long and are called on a background thread. They throw {@link
 * axial.job.ProblemException} of kind INPUT, in one sentence, for a catalog that is refused.
 */
@ProviderType
public interface Catalogs {

  /** The catalogs that were added, as they were read last. */
  List<Catalog> list();

  /** Addresses that came with this Axial and are not added; nothing is read there by itself. */
  List<URI> suggested();

  /**
   * Reads a catalog that is not added yet, to show whose it is.
   *
   * @param address a folder, or a {@code file:}, {@code http:} or {@code https:} address
   */
  Catalog look(URI address, Progress progress);

  /**
   * Adds a catalog and pins the key of its publisher.
   *
   * @param fingerprint of the publisher's key, as {@link #look} has shown it; another one refuses
   */
  Catalog add(URI address, String fingerprint, Progress progress);

  /** Forgets a catalog; what was installed from it stays. */
  void remove(URI address);

  /** Reads all catalogs anew. One that cannot be reached keeps its last good state, and says so. */
  List<Catalog> refresh(Progress progress);

  /**
   * When the state that is used of a catalog was read last; nothing for one that is not added, or
   * where that is not known.
   */
  default Optional<Instant> readAt(URI address) {
    return Optional.empty();
  }

  /** Trusts a key no more: its catalogs are refused and its extensions are not started. */
  void revoke(String fingerprint);

  /**
   * A catalog.
   *
   * @param address where it is
   * @param name of the group that keeps it
   * @param version counts its changes; never goes back
   * @param publisher fingerprint of the key that signed it
   * @param releases all versions of all extensions in it
   * @param trouble why it could not be read anew last; empty when it could
   */
  record Catalog(
      URI address,
      String name,
      long version,
      String publisher,
      List<Release> releases,
      String trouble) {
    /** Copies the list. */
    public Catalog {
      releases = List.copyOf(releases);
    }
  }

  /**
   * One version of one extension.
   *
   * @param bundle its name, hash and size
   * @param title what people call it
   * @param description one or two sentences
   * @param needs what it requires, in words
   * @param licence SPDX identifier
   * @param author who made it, as they wrote it
   * @param screenshots paths within the catalog
   */
  record Release(
      LockedBundle bundle,
      String title,
      String description,
      List<String> needs,
      String licence,
      String author,
      List<String> screenshots) {
    /** Copies the lists. */
    public Release {
      needs = List.copyOf(needs);
      screenshots = List.copyOf(screenshots);
    }
  }

  /** The release with that hash, from whatever catalog has it. */
  Optional<Release> release(String sha256);

  /**
   * The bytes of a picture of an extension, as its publisher signed them.
   *
   * @param path one of {@link Release#screenshots()}
   */
  byte[] screenshot(Release release, String path, Progress progress);
}
