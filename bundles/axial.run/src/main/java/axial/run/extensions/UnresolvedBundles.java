package axial.run.extensions;

import axial.run.Extensions.State;
import axial.run.Extensions.Status;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** Bundles that could not be resolved, with what they miss in words. */
final class UnresolvedBundles {

  private UnresolvedBundles() {}

  static List<Status> statuses(BundleContext context) {
    FrameworkWiring wiring =
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    List<Status> statuses = new ArrayList<>();
    for (Bundle bundle : context.getBundles()) {
      BundleRevision revision = bundle.adapt(BundleRevision.class);
      if (bundle.getState() == Bundle.INSTALLED && revision != null) {
        statuses.add(
            new Status(
                "Bundle", "-", Names.of(bundle), State.UNRESOLVED, missing(wiring, revision)));
      }
    }
    return statuses;
  }

  private static String missing(FrameworkWiring wiring, BundleRevision revision) {
    for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
      boolean optional = "optional".equals(requirement.getDirectives().get("resolution"));
      if (!optional && wiring.findProviders(requirement).isEmpty()) {
        String filter = requirement.getDirectives().getOrDefault("filter", "");
        return requirement.getNamespace().equals("osgi.wiring.package")
            ? "It needs a package that no bundle provides: " + filter + "."
            : "It needs %s %s, which nothing provides."
                .formatted(requirement.getNamespace(), filter);
      }
    }
    return "It is not started, or its packages clash with those of other bundles.";
  }
}
