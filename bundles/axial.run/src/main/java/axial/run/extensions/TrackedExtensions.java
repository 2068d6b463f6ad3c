package axial.run.extensions;

import axial.data.Augmenter;
import axial.data.DatasetSource;
import axial.data.DuplicateFinder;
import axial.data.PerceptualHash;
import axial.data.Splitter;
import axial.data.Standardizer;
import axial.eval.Evaluator;
import axial.explain.Explainer;
import axial.extension.Leases;
import axial.job.Extension;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.Engine;
import axial.model.ModelExporter;
import axial.model.ModelFactory;
import axial.model.PredictionEngine;
import axial.run.Extensions;
import axial.train.LearningRateSchedule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.WeakHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Follows the extension services of all bundles. */
@Component(service = Extensions.class)
public final class TrackedExtensions implements Extensions {

  private static final List<Class<? extends Extension>> TYPES =
      List.of(
          DatasetSource.class,
          DuplicateFinder.class,
          PerceptualHash.class,
          Splitter.class,
          Augmenter.class,
          Standardizer.class,
          ModelFactory.class,
          Engine.class,
          PredictionEngine.class,
          ModelExporter.class,
          LearningRateSchedule.class,
          Evaluator.class,
          Explainer.class);

  private final BundleContext framework;
  private final ServiceComponentRuntime components;
  private final Leases leases;
  private final Map<Class<? extends Extension>, OfferedServices<?>> offered = new LinkedHashMap<>();
  private final Map<Extension, String> failures = Collections.synchronizedMap(new WeakHashMap<>());

  /** Follows the services of a framework until deactivated. */
  @Activate
  public TrackedExtensions(
      BundleContext framework,
      @Reference ServiceComponentRuntime components,
      @Reference Leases leases) {
    this.framework = framework;
    this.components = components;
    this.leases = leases;
    TYPES.forEach(type -> offered.put(type, new OfferedServices<>(framework, type)));
  }

  @Deactivate
  void stop() {
    offered.values().forEach(OfferedServices::close);
  }

  @Override
  public <T extends Extension> List<T> all(Class<T> type) {
    Map<String, T> byId = new TreeMap<>();
    List<OfferedServices.Offer<T>> offers = offers(type);
    for (OfferedServices.Offer<T> offer : offers) {
      if (reason(offer).isEmpty() && retirement(offer, offers).isEmpty()) {
        offer.service().ifPresent(service -> byId.putIfAbsent(service.id(), service));
      }
    }
    return List.copyOf(byId.values());
  }

  @Override
  public <T extends Extension> T find(Class<T> type, String id) {
    List<T> all = all(type);
    return all.stream()
        .filter(extension -> extension.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.USAGE,
                    "There is no %s \"%s\".".formatted(Names.of(type), id),
                    all.isEmpty()
                        ? "No bundle brings one; see ./axial bundles."
                        : "There are: %s."
                            .formatted(String.join(", ", all.stream().map(T::id).toList()))));
  }

  @Override
  public List<Status> statuses() {
    List<Status> statuses = new ArrayList<>();
    for (Class<? extends Extension> type : TYPES) {
      addStatuses(type, statuses);
    }
    statuses.addAll(new BrokenComponents(components).statuses(TYPES, statuses));
    statuses.addAll(UnresolvedBundles.statuses(framework));
    return List.copyOf(statuses);
  }

  private <T extends Extension> void addStatuses(Class<T> type, List<Status> statuses) {
    Map<String, String> used = new TreeMap<>();
    List<Status> own = new ArrayList<>();
    List<OfferedServices.Offer<T>> offers = offers(type);
    for (OfferedServices.Offer<T> offer : offers) {
      String reason = reason(offer);
      String id = reason.isEmpty() ? offer.service().map(T::id).orElse("?") : offer.component();
      State state = State.USABLE;
      String retirement = reason.isEmpty() ? retirement(offer, offers) : "";
      if (!reason.isEmpty()) {
        state = State.BROKEN;
      } else if (!retirement.isEmpty()) {
        state = State.RETIRING;
        reason = retirement;
      } else if (used.containsKey(id)) {
        state = State.SHADOWED;
        reason = "Bundle " + used.get(id) + " brings one of the same name with a higher ranking.";
      } else {
        used.put(id, offer.bundleName());
      }
      own.add(new Status(type.getSimpleName(), id, offer.bundleName(), state, reason));
    }
    own.sort(Comparator.comparing(Status::id));
    statuses.addAll(own);
  }

  /** Why a usable offer is not for anybody new; empty when it is. */
  private <T extends Extension> String retirement(
      OfferedServices.Offer<T> offer, List<OfferedServices.Offer<T>> offers) {
    for (OfferedServices.Offer<T> other : offers) {
      if (takesThePlace(other, offer)) {
        return "The bundle " + other.bundleName() + " takes its place.";
      }
    }
    return leases.retires(offer.bundle().getBundleId())
        ? "Its bundle goes as soon as nobody uses it."
        : "";
  }

  /** Of two bundles of one symbolic name the one that was installed later is the newer one. */
  private <T extends Extension> boolean takesThePlace(
      OfferedServices.Offer<T> newer, OfferedServices.Offer<T> older) {
    return newer.bundle().getBundleId() > older.bundle().getBundleId()
        && Objects.equals(newer.bundle().getSymbolicName(), older.bundle().getSymbolicName())
        && !leases.retires(newer.bundle().getBundleId())
        && reason(newer).isEmpty()
        && newer.service().map(T::id).equals(older.service().map(T::id));
  }

  /** Why an offer cannot be used; empty when it can. */
  private <T extends Extension> String reason(OfferedServices.Offer<T> offer) {
    if (offer.service().isEmpty()) {
      return "Its constructor failed" + new BrokenComponents(components).reason(offer) + ".";
    }
    T service = offer.service().get();
    String failure = failures.get(service);
    if (failure != null) {
      return failure;
    }
    try {
      if (service.id().isBlank() || service.description().isBlank()) {
        return "It has no name or no description.";
      }
      service.settings();
      return "";
    } catch (RuntimeException | LinkageError broken) {
      return "It failed when asked for its name or settings: " + Names.of(broken) + ".";
    }
  }

  @Override
  public void reportFailure(Extension extension, Throwable cause) {
    failures.put(extension, "It failed when it was used: " + Names.of(cause) + ".");
  }

  @SuppressWarnings("unchecked") // offered maps each type to services of that very type
  private <T extends Extension> List<OfferedServices.Offer<T>> offers(Class<T> type) {
    OfferedServices<T> services = (OfferedServices<T>) offered.get(type);
    if (services == null) {
      throw new IllegalArgumentException(type + " is no type of extension.");
    }
    return services.offers();
  }
}
