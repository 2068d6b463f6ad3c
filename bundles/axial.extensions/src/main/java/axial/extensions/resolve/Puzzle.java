package axial.extensions.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wiring;
import org.osgi.service.resolver.HostedCapability;
import org.osgi.service.resolver.ResolveContext;

/** What the resolver works on: bundles that must work, what runs, and what may be brought along. */
final class Puzzle extends ResolveContext {

  private final List<Described> wanted;
  private final Map<Resource, Wiring> wirings = new HashMap<>();

  /** By namespace, in the order of preference: wanted, running, on offer. */
  private final Map<String, List<Capability>> offered = new HashMap<>();

  /** Whether a service that runs already meets a filter. */
  private final Predicate<String> services;

  private final Map<String, Filter> filters = new HashMap<>();
  private volatile boolean givenUp;
  private volatile @Nullable Runnable cancel;

  Puzzle(List<Described> wanted, List<Described> offers, Running now) {
    this.wanted = wanted;
    this.services = now.services();
    List<BundleWiring> running = now.wirings();
    running.forEach(wiring -> wirings.put(wiring.getRevision(), wiring));
    Stream.of(
            wanted.stream().flatMap(each -> each.getCapabilities(null).stream()),
            running.stream().flatMap(wiring -> wiring.getResourceCapabilities(null).stream()),
            offers.stream()
                .filter(offer -> !wanted.contains(offer))
                .flatMap(each -> each.getCapabilities(null).stream()))
        .flatMap(capabilities -> capabilities)
        .filter(each -> isEffective(each.getNamespace(), each.getDirectives()))
        .forEach(
            capability ->
                offered
                    .computeIfAbsent(capability.getNamespace(), n -> new ArrayList<>())
                    .add(capability));
  }

  List<Described> wanted() {
    return wanted;
  }

  /** Everything that is offered in a namespace. */
  List<Capability> offered(String namespace) {
    return offered.getOrDefault(namespace, List.of());
  }

  @Override
  public Collection<Resource> getMandatoryResources() {
    return List.copyOf(wanted);
  }

  @Override
  public List<Capability> findProviders(Requirement requirement) {
    List<Capability> found = new ArrayList<>();
    for (Capability capability : offered(requirement.getNamespace())) {
      if (matches(requirement, capability)) {
        found.add(capability);
      }
    }
    return found;
  }

  private boolean matches(Requirement requirement, Capability capability) {
    String text = requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE);
    if (text != null
        && !filters
            .computeIfAbsent(text, Puzzle::filter)
            .matches(new LinkedHashMap<>(capability.getAttributes()))) {
      return false;
    }
    String mandatory =
        capability.getDirectives().get(PackageNamespace.CAPABILITY_MANDATORY_DIRECTIVE);
    return mandatory == null
        || Stream.of(mandatory.split(",", -1))
            .allMatch(name -> text != null && text.contains("(" + name.strip()));
  }

  private static Filter filter(String text) {
    try {
      return FrameworkUtil.createFilter(text);
    } catch (InvalidSyntaxException broken) {
      throw new IllegalArgumentException("The filter " + text + " was not checked.", broken);
    }
  }

  @Override
  public int insertHostedCapability(List<Capability> capabilities, HostedCapability hosted) {
    capabilities.add(hosted);
    return capabilities.size() - 1;
  }

  @Override
  public boolean isEffective(Requirement requirement) {
    return isEffective(requirement.getNamespace(), requirement.getDirectives())
        && !(requirement.getNamespace().equals(Need.SERVICE)
            && services.test(
                requirement
                    .getDirectives()
                    .getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "")));
  }

  /** The framework wires no services; here, a bundle whose services nobody offers does not fit. */
  private static boolean isEffective(String namespace, Map<String, String> directives) {
    return namespace.equals(Need.SERVICE)
        || Constants.EFFECTIVE_RESOLVE.equals(
            directives.getOrDefault(Constants.EFFECTIVE_DIRECTIVE, Constants.EFFECTIVE_RESOLVE));
  }

  @Override
  public Map<Resource, Wiring> getWirings() {
    return wirings;
  }

  @Override
  public void onCancel(Runnable callback) {
    cancel = callback;
    if (givenUp) {
      callback.run();
    }
  }

  /** Makes the resolver stop, from another thread. */
  void giveUp() {
    givenUp = true;
    Runnable callback = cancel;
    if (callback != null) {
      callback.run();
    }
  }

  boolean givenUp() {
    return givenUp;
  }
}
