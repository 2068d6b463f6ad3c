package axial.run.extensions;

import axial.data.Augmenter;
import axial.data.DatasetSource;
import axial.data.DuplicateFinder;
import axial.data.PerceptualHash;
import axial.data.Splitter;
import axial.data.Standardizer;
import axial.eval.Evaluator;
import axial.explain.Explainer;
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
  private final Map<Class<? extends Extension>, OfferedServices<?>> offered = new LinkedHashMap<>();
  private final Map<Extension, String> failures = Collections.synchronizedMap(new WeakHashMap<>());

  /** Follows the services of a framework until deactivated. */
  @Activate
  public TrackedExtensions(BundleContext framework, @Reference ServiceComponentRuntime components) {
    this.framework = framework;
    this.components = components;
    TYPES.forEach(type -> offered.put(type, new OfferedServices<>(framework, type)));
  }

  @Deactivate
  void stop() {
    offered.values().forEach(OfferedServices::close);
  }

  @Override
  public <T extends Extension> List<T> all(Class<T> type) {
    Map<String, T> byId = new TreeMap<>();
    for (OfferedServices.Offer<T> offer : offers(type)) {
      if (reason(offer).isEmpty()) {
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
    for (OfferedServices.Offer<T> offer : offers(type)) {
      String reason = reason(offer);
      String id = reason.isEmpty() ? offer.service().map(T::id).orElse("?") : offer.component();
      State state = State.USABLE;
      if (!reason.isEmpty()) {
        state = State.BROKEN;
      } else if (used.containsKey(id)) {
        state = State.SHADOWED;
        reason = "Bundle " + used.get(id) + " brings one of the same name with a higher ranking.";
      } else {
        used.put(id, offer.bundle());
      }
      own.add(new Status(type.getSimpleName(), id, offer.bundle(), state, reason));
    }
    own.sort(Comparator.comparing(Status::id));
    statuses.addAll(own);
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
