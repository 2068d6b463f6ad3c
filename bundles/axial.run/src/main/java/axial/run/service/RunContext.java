package axial.run.service;

import axial.data.Dataset;
import axial.data.ImageStore;
import axial.data.Labels;
import axial.data.Split;
import axial.eval.Predictions;
import axial.job.Progress;
import axial.model.TrainableModel;
import axial.run.LeakCertificate;
import axial.run.MemoryPeaks;
import axial.run.RunEvent;
import axial.run.RunRecord;
import axial.run.RunSpec;
import axial.run.events.EventHub;
import axial.run.stages.Contrast;
import axial.run.stages.Crew;
import axial.run.stages.Examination;
import axial.run.stages.Explaining;
import axial.run.stages.Fence;
import axial.run.stages.Findings;
import axial.run.stages.Predictor;
import axial.run.stages.Preparation;
import axial.run.stages.Recollection;
import axial.run.stages.Reporting;
import axial.run.stages.RunEvents;
import axial.run.stages.Standardization;
import axial.run.store.RunFolder;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What one job on one run works with, from its beginning to its end. */
final class RunContext {

  private final RunCall call;
  private final Fence fence;
  private final RunSpec spec;
  private final RunFolder folder;
  private final Crew crew;
  private final RunEvents events;
  private final MemoryWatch memory = new MemoryWatch();
  private final MemoryPeaks before;

  /**
   * The context of a job.
   *
   * @param crew found before the job began
   * @param before the memory that the run needed before
   */
  RunContext(RunCall call, RunSpec spec, RunFolder folder, Crew crew, MemoryPeaks before) {
    this(call, spec, folder, crew, before, call.workshop().hub());
  }

  private RunContext(
      RunCall call, RunSpec spec, RunFolder folder, Crew crew, MemoryPeaks before, EventHub hub) {
    this.call = call;
    this.fence = new Fence(call.workshop().extensions());
    this.spec = spec;
    this.folder = folder;
    this.crew = crew;
    this.before = before;
    this.events = new RunEvents(folder, this::hear, hub);
  }

  /** The context of a job on a run that is there. */
  static RunContext of(RunCall call, RunFolder folder, RunRecord record) {
    RunSpec spec = KeptEdits.in(folder, record.spec());
    return new RunContext(call, spec, folder, call.workshop().crew(spec), record.memory());
  }

  /**
   * The context of a job beside whoever works on the run: only the caller hears its events, and
   * nothing is logged.
   */
  static RunContext beside(RunCall call, RunFolder folder, RunRecord record) {
    RunSpec spec = KeptEdits.in(folder, record.spec());
    Crew crew = call.workshop().crew(spec);
    return new RunContext(call, spec, folder, crew, record.memory(), new EventHub());
  }

  /** At each event the engine is asked for its memory. */
  private void hear(RunEvent event) {
    memory.sample(crew.engine().extension());
    call.listener().on(event);
  }

  Fence fence() {
    return fence;
  }

  Progress progress() {
    return call.progress();
  }

  RunSpec spec() {
    return spec;
  }

  RunFolder folder() {
    return folder;
  }

  Crew crew() {
    return crew;
  }

  RunEvents events() {
    return events;
  }

  /** The most memory that the run needed so far, before an interruption included. */
  MemoryPeaks memory() {
    return before.max(memory.peaks());
  }

  Preparation preparation() {
    return new Preparation(spec, crew, fence, events, call.progress());
  }

  Examination examination() {
    return new Examination(spec, crew.evaluators(), fence, events, folder, call.progress());
  }

  Findings findings() {
    return new Findings(crew.loader(), spec.input());
  }

  /**
   * The explaining of a model.
   *
   * @param epoch of which it is; nothing for the finished model
   * @param seed that is given for random draws; nothing for that of the run
   */
  Explaining explaining(OptionalInt epoch, OptionalLong seed) {
    return new Explaining(
        spec,
        findings(),
        fence,
        events,
        new Explaining.Keeping(folder, epoch, seed),
        call.progress());
  }

  Recollection recollection(Dataset dataset) {
    return new Recollection(call.memoriser(), dataset.pixels(), folder, events, progress());
  }

  /** The images of a data set as the network sees them; the caller closes them. */
  ImageStore.Images images(Dataset dataset) {
    return crew.images().open(dataset, spec.input());
  }

  /** The finished model of a run; the caller closes it. */
  TrainableModel load(RunRecord record, Labels labels) {
    return load(record, labels, OptionalInt.empty());
  }

  /** The model of a run as of an epoch, or the finished one; the caller closes it. */
  TrainableModel load(RunRecord record, Labels labels, OptionalInt epoch) {
    Path file = Reopening.model(folder, epoch);
    return crew.engine().extension().load(file, record.network(), labels);
  }

  Predictor predictor(TrainableModel trained, Standardization standardization) {
    return new Predictor(
        trained, spec.engine().id(), call.workshop().extensions(), events, standardization);
  }

  /** What brings images to a common scale; learned from the training part once. */
  Standardization standardization(Split split, ImageStore.Images images) {
    return Standardization.of(
        crew.standardizers(), fence, folder, split.train(), images::image, progress());
  }

  /** Sets the naive score of a run that leaks beside the clean one, and keeps both. */
  void contrast(Predictions predictions, Split split) {
    LeakCertificate leaks = folder.data().read().orElseThrow().leaks();
    if (!leaks.clean() || split.protocol() == Split.Protocol.NOTEBOOK) {
      folder
          .predictions()
          .writeNaiveAndClean(
              Contrast.of(
                  predictions, folder.predictions().memoriser(predictions.labels()), leaks));
    }
  }

  void report(ImageStore.Images images) {
    new Reporting(call.workshop().reports(), events).write(folder, images::image);
  }
}
