package axial.extensions.catalog;

import axial.extension.BundleName;
import java.util.List;

/**
 * What {@code catalog.json} says.
 *
 * @param name of the catalog, or of the group that keeps it
 * @param description one or two sentences; may be empty
 * @param version counts its changes, from 1
 * @param key public key of its publisher, X.509 in base 64
 * @param index hash and size of {@code index.xml}
 * @param releases in the order of names and versions
 */
public record CatalogFile(
    String name,
    String description,
    long version,
    String key,
    Content index,
    List<ReleaseEntry> releases) {

  /** Its name. */
  public static final String JSON = "catalog.json";

  /** The name of the file of its signatures. */
  public static final String SIGNATURE = "catalog.json.sig";

  /** The name of the index. */
  public static final String INDEX = "index.xml";

  /** Copies the list. */
  public CatalogFile {
    releases = List.copyOf(releases);
  }

  /**
   * The content of a file.
   *
   * @param sha256 64 hexadecimal digits
   * @param bytes size
   */
  public record Content(String sha256, long bytes) {
    /** Checks both. */
    public Content {
      if (!sha256.matches("[0-9a-f]{64}") || bytes < 0) {
        throw new IllegalArgumentException("a hash or size in it is none");
      }
    }
  }

  /**
   * A picture of an extension.
   *
   * @param path within the catalog
   * @param content hash and size
   */
  public record Screenshot(String path, Content content) {
    /** Checks that the path stays in the catalog. */
    public Screenshot {
      if (!path.matches("screenshots(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+")) {
        throw new IllegalArgumentException("a screenshot in it lies at \"" + path + "\"");
      }
    }
  }

  /**
   * One version of one extension, as {@link axial.extension.Catalogs.Release} has it.
   *
   * @param symbolicName of the bundle
   * @param version of the bundle
   * @param content hash and size of the jar
   * @param needs what it requires, in words
   * @param licence SPDX identifier
   */
  public record ReleaseEntry(
      String symbolicName,
      String version,
      Content content,
      String title,
      String description,
      List<String> needs,
      String licence,
      String author,
      List<Screenshot> screenshots) {
    /** Copies the lists. */
    public ReleaseEntry {
      needs = List.copyOf(needs);
      screenshots = List.copyOf(screenshots);
    }

    /** Symbolic name and version. */
    public BundleName name() {
      return new BundleName(symbolicName, version);
    }
  }
}
