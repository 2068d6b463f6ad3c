package axial.extensions.set;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Keeps bundles that come from being wired to bundles that go. */
final class PassedOver implements ResolverHookFactory, ResolverHook {

  private final Set<Long> going = ConcurrentHashMap.newKeySet();

  /** From now on nobody new is wired to these. */
  void add(Collection<Long> bundles) {
    going.addAll(bundles);
  }

  /** They stay after all, or are gone. */
  void remove(Collection<Long> bundles) {
    going.removeAll(bundles);
  }

  @Override
  public ResolverHook begin(Collection<BundleRevision> triggers) {
    return this;
  }

  @Override
  public void filterMatches(
      BundleRequirement requirement, Collection<BundleCapability> candidates) {
    if (!going.isEmpty() && !goes(requirement.getRevision())) {
      candidates.removeIf(candidate -> goes(candidate.getRevision()));
    }
  }

  /** A bundle that allows only one version of itself may come beside the one that goes. */
  @Override
  public void filterSingletonCollisions(
      BundleCapability singleton, Collection<BundleCapability> collisions) {
    boolean goes = goes(singleton.getRevision());
    collisions.removeIf(other -> goes != goes(other.getRevision()));
  }

  /** Whether nobody new is wired to that one. */
  boolean goes(BundleRevision revision) {
    return going.contains(revision.getBundle().getBundleId());
  }

  @Override
  public void filterResolvable(Collection<BundleRevision> candidates) {}

  @Override
  public void end() {}
}
