package axial.run.service;

import axial.data.Dataset;
import axial.data.Labels;
import axial.job.ProblemException;
import axial.job.Settings;
import axial.model.ModelFactory;
import axial.model.Network;
import axial.run.MemoryPeaks;
import axial.run.RunEvent;
import axial.run.RunRecord;
import axial.run.RunSpec;
import axial.run.stages.Crew;
import axial.run.stages.Preparation;
import axial.run.stages.ThresholdChoice;
import axial.run.store.RunFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Makes a run from its beginning to its end. */
final class MakeJob {

  private final RunCall call;

  MakeJob(RunCall call) {
    this.call = call;
  }

  RunRecord make(RunSpec spec, Path path) {
    ModelFactory factory = call.workshop().extensions().find(ModelFactory.class, spec.model().id());
    return make(
        spec,
        path,
        UnaryOperator.identity(),
        (context, dataset) -> network(context, factory, dataset.labels()));
  }

  /**
   * Makes a run.
   *
   * @param part what of the opened data is used
   * @param networks gives the network for the data that was opened, or refuses the data
   */
  RunRecord make(
      RunSpec spec,
      Path path,
      UnaryOperator<Dataset> part,
      BiFunction<RunContext, Dataset, Network> networks) {
    Crew crew = call.workshop().crew(spec);
    Optional<byte[]> edits = KeptEdits.read(spec);
    try (RunPlace place = RunPlace.fresh(path)) {
      RunFolder folder = place.folder();
      RunContext context = new RunContext(call, spec, folder, crew, MemoryPeaks.UNKNOWN);
      Instant created = Instant.now();
      context.events().send(new RunEvent.Started(folder.id(), folder.path(), spec, false));
      Preparation.Prepared prepared;
      Network network;
      try {
        Preparation preparation = context.preparation();
        Dataset dataset = part.apply(preparation.load());
        network = networks.apply(context, dataset);
        prepared = preparation.prepare(dataset);
        ThresholdChoice.requirePossible(spec, dataset.labels(), prepared.split());
      } catch (ProblemException failed) {
        context.events().send(new RunEvent.Failed(folder.id(), failed.problem()));
        throw failed;
      }
      place.keep();
      folder.writeStatus(RunRecord.Status.RUNNING, created, "", List.of(), MemoryPeaks.UNKNOWN);
      context.events().startLog();
      return new Outcome(context, created)
          .of(
              () -> {
                folder.writeSpec(spec, network);
                edits.ifPresent(folder.data()::writeEdits);
                folder.data().write(prepared.record(), spec.data(), prepared.split());
                folder.writeProvenance(
                    BundleProvenance.of(
                        call.workshop(),
                        crew.engine().extension().platform(),
                        folder.data().manifestSha256()));
                new Completion(context).finish(network, prepared.split(), prepared.dataset());
              });
    }
  }

  private static Network network(RunContext context, ModelFactory factory, Labels labels) {
    RunSpec spec = context.spec();
    Settings settings =
        Settings.of("the model " + factory.id(), factory.settings(), spec.model().settings());
    return context
        .fence()
        .call(
            ModelFactory.class,
            factory,
            () -> factory.network(spec.input(), labels.count(), settings));
  }
}
