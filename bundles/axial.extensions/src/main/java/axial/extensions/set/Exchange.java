package axial.extensions.set;

import axial.extension.BundleName;
import axial.extension.LockedBundle;
import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * Brings bundles into the running framework beside those that they replace. Those that come are
 * installed, resolved and started while those that go still work; only when all of them are up is
 * the change committed, and only then do the others retire. A failure before that takes away what
 * has come, and nothing else has happened.
 */
final class Exchange {

  private final BundleContext context;
  private final Wiring wiring;
  private final Trial trial;
  private final PassedOver passedOver;
  private final Retirement retirement;
  private final Copies copies;
  private final BuiltIn builtIn;

  Exchange(
      BundleContext context,
      Wiring wiring,
      Trial trial,
      PassedOver passedOver,
      Retirement retirement,
      Copies copies,
      BuiltIn builtIn) {
    this.context = context;
    this.wiring = wiring;
    this.trial = trial;
    this.passedOver = passedOver;
    this.retirement = retirement;
    this.copies = copies;
    this.builtIn = builtIn;
  }

  /**
   * Exchanges bundles. Extensions that are wired to one that goes come again, wired anew.
   *
   * @param lines of the lock file that name bundles that go, by their numbers
   * @param commit makes the change last; nothing has happened when it throws
   * @return what goes later
   * @throws ProblemException of kind EXTENSION when one does not resolve or start
   */
  List<BundleName> exchange(
      List<Arrival> arrivals,
      Collection<Bundle> going,
      Map<Long, LockedBundle> lines,
      Runnable commit) {
    Set<Bundle> leaving = new LinkedHashSet<>(going);
    List<Arrival> all = new ArrayList<>(arrivals);
    for (Bundle dependant : wiring.dependants(leaving)) {
      Optional<Arrival> again = copies.of(dependant);
      if (again.isPresent()) {
        all.add(again.get());
        leaving.add(dependant);
      } // else it keeps what it is wired to, until it goes itself
    }
    List<Long> numbers = leaving.stream().map(Bundle::getBundleId).toList();
    passedOver.add(numbers);
    List<Bundle> come = new ArrayList<>();
    boolean committed = false;
    try {
      for (Arrival arrival : all) {
        come.add(install(arrival));
      }
      come.forEach(builtIn::requireNeutral);
      resolve(come);
      come.forEach(trial::start);
      commit.run();
      committed = true;
    } finally {
      if (!committed) {
        passedOver.remove(numbers);
        retirement.withdraw(come);
      }
    }
    retirement.begin(leaving, lines);
    return retirement.names();
  }

  private Bundle install(Arrival arrival) {
    try {
      boolean taken = context.getBundle(arrival.location()) != null;
      Bundle bundle = (taken ? copies.of(arrival) : arrival).install(context);
      if (bundle.getSymbolicName() == null
          || bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null) {
        retirement.withdraw(List.of(bundle));
        throw refused(
            arrival, "it is a fragment or no bundle, and Axial takes whole bundles", null);
      }
      return bundle;
    } catch (BundleException | IOException broken) {
      throw refused(arrival, Causes.words(broken), broken);
    }
  }

  private static ProblemException refused(Arrival arrival, String why, @Nullable Exception cause) {
    Problem problem =
        new Problem(
            Problem.Kind.EXTENSION,
            "%s cannot be installed: %s.".formatted(arrival.name(), why),
            "Ask who made it for a jar that fits this Axial.");
    return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
  }

  private void resolve(List<Bundle> come) {
    wiring.resolve(come);
    for (Bundle bundle : come) {
      if (bundle.getState() == Bundle.INSTALLED) {
        throw ProblemException.of(
            Problem.Kind.EXTENSION,
            "%s %s does not fit: %s; everything stays as it was."
                .formatted(bundle.getSymbolicName(), bundle.getVersion(), wiring.missing(bundle)),
            "Install what it needs first, or ask who made it for a version that fits this Axial.");
      }
    }
  }
}
