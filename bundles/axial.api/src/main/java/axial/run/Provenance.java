package axial.run;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What made a run.
 *
 * @param bundles every bundle that was installed, in the order of their names
 * @param platform JVM, operating system, processor, engine and its native library
 * @param dataSha256 SHA-256 of the run's {@code manifest.jsonl}
 */
public record Provenance(List<BundleUse> bundles, Map<String, String> platform, String dataSha256) {

  /** Copies the collections. */
  public Provenance {
    bundles = List.copyOf(bundles);
    platform = Collections.unmodifiableMap(new TreeMap<>(platform));
  }

  /**
   * One bundle.
   *
   * @param services the ids of the extensions of this run that it contributed, such as {@code
   *     ModelFactory final}
   */
  public record BundleUse(
      String symbolicName, String version, String sha256, List<String> services) {
    /** Copies the list. */
    public BundleUse {
      services = List.copyOf(services);
    }
  }
}
