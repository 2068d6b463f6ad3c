package axial.extensions.set;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** What an unresolved bundle lacks, in words. */
public final class Lacking {

  private Lacking() {}

  /**
   * What a bundle lacks, as the end of a sentence.
   *
   * @param notCounted offers that do not count, as their bundle goes
   */
  public static String of(
      FrameworkWiring framework, Bundle bundle, Predicate<BundleCapability> notCounted) {
    @Nullable BundleRevision revision = bundle.adapt(BundleRevision.class);
    List<String> missing = new ArrayList<>();
    if (revision != null) {
      for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
        boolean optional =
            Constants.RESOLUTION_OPTIONAL.equals(
                requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE));
        if (!optional && framework.findProviders(requirement).stream().allMatch(notCounted)) {
          missing.add(words(requirement));
        }
      }
    }
    return missing.isEmpty()
        ? "its packages clash with those of other bundles"
        : "it needs " + String.join(", ", missing) + ", which nothing here provides";
  }

  private static String words(BundleRequirement requirement) {
    return requirement
        .getDirectives()
        .getOrDefault("filter", requirement.getNamespace())
        .replaceAll("[()&]", " ")
        .strip()
        .replaceAll("\\s+", " ")
        .replaceFirst("^osgi\\.wiring\\.package=", "the package ");
  }
}
