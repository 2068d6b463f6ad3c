package axial.run.service;

import axial.data.HoldOuts;
import axial.data.ImageLoader;
import axial.data.ImageStore;
import axial.data.Memoriser;
import axial.eval.Predictions;
import axial.extension.Leases;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.ExplainRequest;
import axial.run.ExplainedSample;
import axial.run.Extensions;
import axial.run.HoldOutResult;
import axial.run.RepeatRequest;
import axial.run.Repetition;
import axial.run.ReportWriter;
import axial.run.RunListener;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.RunSpec;
import axial.run.Runs;
import axial.run.events.EventHub;
import axial.run.lease.Holding;
import axial.run.stages.Specifier;
import axial.run.store.NewRuns;
import axial.run.store.RunFolder;
import axial.train.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Makes runs on this machine and keeps them in the workspace. */
@Component
public final class LocalRuns implements Runs {

  private final BundleContext framework;
  private final Extensions extensions;
  private final Leases leases;
  private final EventHub hub;
  private final Trainer trainer;
  private final ImageLoader loader;
  private final ImageStore images;
  private final HoldOuts holdOuts;
  private final ReportWriter reports;
  private final Path runs;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Memoriser memoriser;

  /** A service over these services; the framework property {@code axial.workspace} says where. */
  @Activate
  public LocalRuns(
      BundleContext framework,
      @Reference Extensions extensions,
      @Reference Leases leases,
      @Reference EventHub hub,
      @Reference Trainer trainer,
      @Reference ImageLoader loader,
      @Reference ImageStore images,
      @Reference HoldOuts holdOuts,
      @Reference ReportWriter reports) {
    this.framework = framework;
    this.extensions = extensions;
    this.leases = leases;
    this.hub = hub;
    this.trainer = trainer;
    this.loader = loader;
    this.images = images;
    this.holdOuts = holdOuts;
    this.reports = reports;
    String workspace = framework.getProperty("axial.workspace");
    this.runs = Path.of(workspace == null ? "workspace" : workspace, "runs");
  }

  @Override
  public RunSpec specify(RunRequest request) {
    return Specifier.specify(extensions, request);
  }

  /** Has a call done while it holds the bundles of everything that it works with. */
  private <T> T held(
      String holder, RunListener listener, Progress progress, Function<RunCall, T> work) {
    try (Holding holding = new Holding(framework, extensions, leases, holder, this)) {
      Workshop workshop =
          new Workshop(
              framework,
              holding.extensions(),
              hub,
              holding.newest(Trainer.class, trainer),
              holding.newest(ImageLoader.class, loader),
              holding.newest(ImageStore.class, images),
              holding.newest(HoldOuts.class, holdOuts),
              holding.newest(ReportWriter.class, reports));
      Optional<Memoriser> memory =
          Optional.ofNullable(memoriser).map(m -> holding.newest(Memoriser.class, m));
      return work.apply(new RunCall(workshop, memory, listener, progress));
    }
  }

  @Override
  public RunRecord run(
      RunSpec spec, Optional<Path> folder, RunListener listener, Progress progress) {
    return held(
        "training of " + spec.model().id(),
        listener,
        progress,
        call -> new MakeJob(call).make(spec, folder.orElseGet(() -> free(spec.model().id()))));
  }

  private Path free(String model) {
    return NewRuns.free(runs, model);
  }

  @Override
  public RunRecord resume(Path folder, RunListener listener, Progress progress) {
    return held(
        "training of " + folder.getFileName(),
        listener,
        progress,
        call -> new ResumeJob(call).resume(folder));
  }

  @Override
  public RunRecord evaluate(Path folder, RunListener listener, Progress progress) {
    return held(
        "evaluation of " + folder.getFileName(),
        listener,
        progress,
        call -> new EvaluateJob(call).evaluate(folder));
  }

  @Override
  public HoldOutResult evaluate(
      Path folder, String holdOut, RunListener listener, Progress progress) {
    return held(
        "evaluation of " + folder.getFileName(),
        listener,
        progress,
        call -> new HoldOutJob(call).judge(folder, holdOut));
  }

  @Override
  public Repetition repeat(RepeatRequest request, RunListener listener, Progress progress) {
    RunRecord original = open(request.run());
    return held(
        "repetition of " + request.run().getFileName(),
        listener,
        progress,
        call ->
            new RepeatJob(call, request)
                .repeat(
                    original, request.out().orElseGet(() -> free(original.spec().model().id()))));
  }

  @Override
  public List<ExplainedSample> explain(
      Path folder, ExplainRequest request, RunListener listener, Progress progress) {
    return explain(folder, request, listener, progress, Optional.empty());
  }

  @Override
  public List<ExplainedSample> explain(
      Path folder,
      ExplainRequest request,
      RunListener listener,
      Progress progress,
      Consumer<ExplainedSample> partial) {
    return explain(folder, request, listener, progress, Optional.of(partial));
  }

  private List<ExplainedSample> explain(
      Path folder,
      ExplainRequest request,
      RunListener listener,
      Progress progress,
      Optional<Consumer<ExplainedSample>> partial) {
    return held(
        "explanation of " + folder.getFileName(),
        listener,
        progress,
        call -> new ExplainJob(call, partial).explain(folder, request));
  }

  @Override
  public List<ExplainedSample> explanations(Path folder, OptionalInt epoch, List<String> images) {
    Set<String> wanted = Set.copyOf(images);
    return RunPlace.shared(folder)
        .explanations(
            epoch,
            sample ->
                wanted.isEmpty()
                    || wanted.contains(sample.source())
                    || wanted.contains(sample.id()));
  }

  @Override
  public Predictions predict(
      Path folder, OptionalInt epoch, List<String> images, Progress progress) {
    return held(
        "prediction of " + folder.getFileName(),
        event -> {},
        progress,
        call -> new PredictJob(call).predict(folder, epoch, images));
  }

  @Override
  public Path export(Path folder, String format, Optional<Path> file) {
    return held(
        "export of " + folder.getFileName(),
        event -> {},
        Progress.none(),
        call -> new ModelExport(call.workshop().extensions()).write(folder, format, file));
  }

  @Override
  public RunRecord open(Path folder) {
    return RunPlace.shared(folder).record();
  }

  @Override
  public List<RunRecord> list() {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    List<RunRecord> records = new ArrayList<>();
    try (Stream<Path> folders = Files.list(runs)) {
      for (Path folder : folders.toList()) {
        RunFolder run = new RunFolder(folder);
        if (run.isRun()) {
          records.add(run.record());
        }
      }
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT, "The folder " + runs + " cannot be listed.", "Check its rights."),
          broken);
    }
    records.sort(Comparator.comparing(RunRecord::created).reversed());
    return records;
  }

  @Override
  public Path find(String run) {
    Path own = runs.resolve(run);
    return new RunFolder(own).isRun() ? own : Path.of(run);
  }
}
