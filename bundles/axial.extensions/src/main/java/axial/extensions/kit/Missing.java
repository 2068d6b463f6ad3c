package axial.extensions.kit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** What a bundle lacks, in words. */
final class Missing {

  private Missing() {}

  static String of(FrameworkWiring framework, Bundle bundle) {
    @Nullable BundleRevision revision = bundle.adapt(BundleRevision.class);
    List<String> missing = new ArrayList<>();
    if (revision != null) {
      for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
        boolean optional =
            Constants.RESOLUTION_OPTIONAL.equals(
                requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE));
        if (!optional && framework.findProviders(requirement).isEmpty()) {
          missing.add(words(requirement));
        }
      }
    }
    return missing.isEmpty()
        ? "its packages clash with those of other bundles"
        : "nothing here provides " + String.join(", ", missing);
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
