package axial.run.service;

import axial.data.Dataset;
import axial.data.Labels;
import axial.job.Progress;
import axial.model.TrainableModel;
import axial.run.MemoryPeaks;
import axial.run.RunEvent;
import axial.run.RunRecord;
import axial.run.RunSpec;
import axial.run.stages.Crew;
import axial.run.stages.Explaining;
import axial.run.stages.Fence;
import axial.run.stages.Findings;
import axial.run.stages.ImageCache;
import axial.run.stages.Judging;
import axial.run.stages.Predictor;
import axial.run.stages.Preparation;
import axial.run.stages.Reporting;
import axial.run.stages.RunEvents;
import axial.run.store.RunFolder;

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
    this.call = call;
    this.fence = new Fence(call.workshop().extensions());
    this.spec = spec;
    this.folder = folder;
    this.crew = crew;
    this.before = before;
    this.events = new RunEvents(folder, this::hear, call.workshop().hub());
  }

  /** The context of a job on a run that is there. */
  static RunContext of(RunCall call, RunFolder folder, RunRecord record) {
    Crew crew = call.workshop().crew(record.spec());
    return new RunContext(call, record.spec(), folder, crew, record.memory());
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

  Judging judging() {
    return new Judging(spec, crew, fence, events, folder, call.progress());
  }

  Findings findings() {
    return new Findings(crew.loader(), spec.input());
  }

  Explaining explaining() {
    return new Explaining(spec, findings(), fence, events, folder, call.progress());
  }

  ImageCache images(Dataset dataset) {
    return new ImageCache(dataset, crew.loader(), spec.input());
  }

  /** The finished model of a run; the caller closes it. */
  TrainableModel load(RunRecord record, Labels labels) {
    return crew.engine().extension().load(folder.file("model.zip"), record.network(), labels);
  }

  Predictor predictor(TrainableModel trained) {
    return new Predictor(trained, spec.engine().id(), call.workshop().extensions(), events);
  }

  void report(ImageCache images) {
    new Reporting(call.workshop().reports(), events).write(folder, images::image);
  }
}
