package axial.run.service;

import axial.data.Dataset;
import axial.data.HoldOuts;
import axial.data.ImageLoader;
import axial.data.ImageStore;
import axial.extension.Leases;
import axial.job.Progress;
import axial.run.Deduplicated;
import axial.run.Extensions;
import axial.run.Preparations;
import axial.run.Prepared;
import axial.run.RunRequest;
import axial.run.RunSpec;
import axial.run.events.EventHub;
import axial.run.lease.Holding;
import axial.run.stages.Crew;
import axial.run.stages.Fence;
import axial.run.stages.Preparation;
import axial.run.stages.RunEvents;
import axial.run.stages.Specifier;
import axial.run.store.RunFolder;
import axial.train.Trainer;
import java.nio.file.Path;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prepares data with the extensions that are there, by the stages of a run. */
@Component
public final class LocalPreparations implements Preparations {

  /** Nothing is written here; events of a preparation are nobody's but its caller's. */
  private static final Path NOWHERE = Path.of("preparation");

  private final BundleContext framework;
  private final Extensions extensions;
  private final Leases leases;
  private final Trainer trainer;
  private final ImageLoader loader;
  private final ImageStore images;
  private final HoldOuts holdOuts;

  /** A service over these services, those that a run needs. */
  @Activate
  public LocalPreparations(
      BundleContext framework,
      @Reference Extensions extensions,
      @Reference Leases leases,
      @Reference Trainer trainer,
      @Reference ImageLoader loader,
      @Reference ImageStore images,
      @Reference HoldOuts holdOuts) {
    this.framework = framework;
    this.extensions = extensions;
    this.leases = leases;
    this.trainer = trainer;
    this.loader = loader;
    this.images = images;
    this.holdOuts = holdOuts;
  }

  @Override
  public Dataset open(RunRequest request, Progress progress) {
    return with(request, progress, Preparation::load);
  }

  @Override
  public Deduplicated deduplicate(RunRequest request, Dataset dataset, Progress progress) {
    return with(request, progress, preparation -> preparation.deduplicate(dataset));
  }

  @Override
  public Prepared prepare(RunRequest request, Dataset dataset, Progress progress) {
    RunEvents events = events();
    Preparation.Prepared made =
        with(request, events, progress, preparation -> preparation.prepare(dataset));
    return new Prepared(
        made.dataset(),
        made.duplicates(),
        made.record().removed(),
        made.split(),
        made.record().leaks(),
        made.record().wanted(),
        events.failures());
  }

  private <T> T with(RunRequest request, Progress progress, Function<Preparation, T> step) {
    return with(request, events(), progress, step);
  }

  private <T> T with(
      RunRequest request, RunEvents events, Progress progress, Function<Preparation, T> step) {
    String holder = "preparation of " + request.data();
    try (Holding holding = new Holding(framework, extensions, leases, holder, this)) {
      Extensions held = holding.extensions();
      RunSpec spec = Specifier.specify(held, request);
      Crew crew =
          Crew.of(
              spec,
              held,
              holding.newest(Trainer.class, trainer),
              holding.newest(ImageLoader.class, loader),
              holding.newest(ImageStore.class, images),
              holding.newest(HoldOuts.class, holdOuts));
      return step.apply(new Preparation(spec, crew, new Fence(held), events, progress));
    }
  }

  private static RunEvents events() {
    return new RunEvents(new RunFolder(NOWHERE), event -> {}, new EventHub());
  }
}
