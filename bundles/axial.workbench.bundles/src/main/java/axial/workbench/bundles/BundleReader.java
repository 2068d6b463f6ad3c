package axial.workbench.bundles;

import axial.extension.Installation.Installed;
import axial.extension.Leases;
import axial.run.Extensions.Status;
import axial.view.View;
import axial.workbench.bundles.BundleInfo.Lifecycle;
import axial.workbench.bundles.BundleInfo.Origin;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** Reads what the framework knows of a bundle. Called on background threads. */
final class BundleReader {

  private static final String PACKAGE = BundleRevision.PACKAGE_NAMESPACE;

  /** How a location ends that names the hash of the jar. */
  private static final Pattern HASH = Pattern.compile(".*[/#]([0-9a-f]{64})(\\.jar)?");

  private final BundleContext context;
  private final Leases leases;
  private final Path plugins;

  BundleReader(BundleContext context, Leases leases, Path workspace) {
    this.context = context;
    this.leases = leases;
    this.plugins = workspace.toAbsolutePath().normalize().resolve("plugins");
  }

  BundleInfo read(Bundle bundle, List<Status> statuses, List<Installed> locked) {
    String identity = bundle.getSymbolicName() + " " + bundle.getVersion();
    Optional<Path> file = file(bundle);
    Optional<String> hash = hash(bundle);
    Optional<Installed> line =
        locked.stream()
            .filter(one -> hash.filter(one.bundle().sha256()::equals).isPresent())
            .min(Comparator.comparing(Installed::state));
    boolean retires = leases.retires(bundle.getBundleId());
    return new BundleInfo(
        bundle.getBundleId(),
        Optional.ofNullable(bundle.getSymbolicName()).orElse("without a name"),
        bundle.getVersion().toString(),
        retires ? Lifecycle.RETIRING : lifecycle(bundle),
        line.map(Installed::reason)
            .filter(reason -> !retires && !reason.isEmpty())
            .orElseGet(() -> bundle.getState() == Bundle.INSTALLED ? missing(bundle) : ""),
        origin(bundle, line.isPresent() || hash.isPresent() && loose(bundle).isEmpty()),
        line.map(one -> BundleInfo.from(one.bundle()))
            .or(() -> loose(bundle).map(Path::toString))
            .orElse(""),
        file.map(BundleReader::bytes).orElse(-1L),
        statuses.stream().filter(status -> status.bundle().equals(identity)).toList(),
        views(bundle),
        leases.holders(bundle.getBundleId()),
        neededBy(bundle),
        wants(bundle),
        gives(bundle),
        headers(bundle));
  }

  private Origin origin(Bundle bundle, boolean locked) {
    if (bundle.getBundleId() == 0) {
      return Origin.FRAMEWORK;
    }
    return locked
        ? Origin.INSTALLED
        : loose(bundle).isPresent() ? Origin.PLUGGED_IN : Origin.BUILT_IN;
  }

  /** The SHA-256 that a bundle was installed by, where its location names one. */
  static Optional<String> hash(Bundle bundle) {
    Matcher matcher = HASH.matcher(bundle.getLocation());
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The jar in the folder {@code plugins} that a bundle came from. */
  Optional<Path> loose(Bundle bundle) {
    return file(bundle).filter(file -> file.toAbsolutePath().normalize().startsWith(plugins));
  }

  private static Lifecycle lifecycle(Bundle bundle) {
    if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null) {
      return bundle.getState() == Bundle.INSTALLED ? Lifecycle.UNRESOLVED : Lifecycle.FRAGMENT;
    }
    return switch (bundle.getState()) {
      case Bundle.ACTIVE -> Lifecycle.STARTED;
      case Bundle.STARTING -> Lifecycle.WAITING;
      case Bundle.INSTALLED -> Lifecycle.UNRESOLVED;
      default -> Lifecycle.STOPPED;
    };
  }

  /** The file that a bundle was installed from, where that was one. */
  private static Optional<Path> file(Bundle bundle) {
    try {
      String location = bundle.getLocation().replaceFirst("^reference:", "");
      Path file = Path.of(new URI(location.replaceFirst("#.*", ""))); // its hash
      return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException notAFile) {
      return Optional.empty();
    }
  }

  private static long bytes(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return -1;
    }
  }

  /** What an unresolved bundle lacks, one sentence. */
  String missing(Bundle bundle) {
    FrameworkWiring wiring =
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    List<BundleRequirement> wanted =
        revision == null ? List.of() : revision.getDeclaredRequirements(null);
    for (BundleRequirement requirement : wanted) {
      boolean optional =
          Constants.RESOLUTION_OPTIONAL.equals(
              requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE));
      if (!optional && wiring.findProviders(requirement).isEmpty()) {
        return requirement.getNamespace().equals(PACKAGE)
            ? "It needs the package %s, which no bundle gives."
                .formatted(FilterWords.named(requirement))
            : "It needs %s, which nothing gives.".formatted(FilterWords.named(requirement));
      }
    }
    return "It is not started, or its packages clash with those of other bundles.";
  }

  private List<String> views(Bundle bundle) {
    List<String> titles = new ArrayList<>();
    for (ServiceReference<?> reference : references(bundle)) {
      if (List.of((String[]) reference.getProperty(Constants.OBJECTCLASS))
          .contains(View.class.getName())) {
        titles.add(title(reference));
      }
    }
    Collections.sort(titles);
    return titles;
  }

  /** The title of a view; its component's name where it cannot say. */
  private String title(ServiceReference<?> reference) {
    @Nullable Object service = context.getService(reference);
    try {
      if (service instanceof View view) {
        return view.title();
      }
    } catch (RuntimeException | LinkageError broken) {
      System.getLogger(BundleReader.class.getName())
          .log(System.Logger.Level.DEBUG, "A view has no title.", broken);
    } finally {
      if (service != null) {
        context.ungetService(reference);
      }
    }
    return String.valueOf(reference.getProperty("component.name"));
  }

  private static List<ServiceReference<?>> references(Bundle bundle) {
    ServiceReference<?> @Nullable [] references = bundle.getRegisteredServices();
    return references == null ? List.of() : List.of(references);
  }

  private static List<String> neededBy(Bundle bundle) {
    TreeSet<String> names = new TreeSet<>();
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    if (wiring != null) {
      for (BundleWire wire : wiring.getProvidedWires(PACKAGE)) {
        names.add(wire.getRequirer().getBundle().getSymbolicName());
      }
    }
    names.remove(bundle.getSymbolicName());
    return List.copyOf(names);
  }

  private static List<String> wants(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision == null
        ? List.of()
        : revision.getDeclaredRequirements(PACKAGE).stream()
            .map(FilterWords::named)
            .distinct()
            .sorted()
            .toList();
  }

  private static List<String> gives(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    List<String> names = new ArrayList<>();
    if (revision != null && bundle.getBundleId() != 0) {
      for (BundleCapability capability : revision.getDeclaredCapabilities(PACKAGE)) {
        names.add(
            capability.getAttributes().get(PACKAGE)
                + " "
                + capability.getAttributes().getOrDefault(Constants.VERSION_ATTRIBUTE, ""));
      }
    }
    Collections.sort(names);
    return names;
  }

  private static Map<String, String> headers(Bundle bundle) {
    Map<String, String> headers = new LinkedHashMap<>();
    Dictionary<String, String> all = bundle.getHeaders();
    Collections.list(all.keys()).forEach(key -> headers.put(key, all.get(key)));
    return headers;
  }
}
