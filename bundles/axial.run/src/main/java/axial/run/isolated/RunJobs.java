package axial.run.isolated;

import axial.data.Sample;
import axial.eval.Prediction;
import axial.eval.Predictions;
import axial.job.Progress;
import axial.run.ExplainRequest;
import axial.run.ExplainedSample;
import axial.run.IsolatedRuns.Limits;
import axial.run.RunListener;
import axial.run.RunRecord;
import axial.run.events.EventHub;
import axial.run.service.RunPlace;
import axial.run.stages.RunEvents;
import axial.run.stages.WantedSamples;
import axial.run.store.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Jobs on runs that are there, each done by a process on a copy of the run.
 *
 * @param workspace where the processes have their folders
 */
record RunJobs(Path workspace, Worker worker, EventHub hub) {

  RunRecord evaluate(Path path, Limits limits, RunListener listener, Progress progress) {
    try (RunPlace held = RunPlace.existing(path);
        ChildWorkspace place = ChildWorkspace.make(workspace, held.folder().id())) {
      RunFolder run = held.folder();
      RunCopy copy = RunCopy.make(run, place);
      RunEvents events = log(run, listener);
      worker.carryOut(
          new Order.Evaluate(place.run().toString()),
          limits,
          place,
          progress,
          new Hearing(run.path(), events::send, progress)::hear);
      copy.takeEvaluation();
      return run.record();
    }
  }

  List<ExplainedSample> explain(
      Path path, ExplainRequest request, Limits limits, RunListener listener, Progress progress) {
    if (request.epoch().isPresent()) {
      return explain(RunPlace.shared(path), request, limits, listener, progress);
    }
    try (RunPlace held = RunPlace.existing(path)) {
      return explain(held.folder(), request, limits, log(held.folder(), listener)::send, progress);
    }
  }

  private List<ExplainedSample> explain(
      RunFolder run,
      ExplainRequest request,
      Limits limits,
      RunListener listener,
      Progress progress) {
    try (ChildWorkspace place = ChildWorkspace.make(workspace, run.id())) {
      RunCopy copy = RunCopy.make(run, place);
      Hearing hearing = new Hearing(run.path(), listener, progress);
      List<ChildLine.Explained> told = new ArrayList<>();
      worker.carryOut(
          Order.Explain.of(place.run().toString(), request),
          limits,
          place,
          progress,
          line -> {
            if (line instanceof ChildLine.Explained explained) {
              told.add(explained);
            } else {
              hearing.hear(line);
            }
          });
      return copy.takeExplanations(request.epoch(), told);
    }
  }

  /** The events of a job that holds the run, which are also written to its log. */
  private RunEvents log(RunFolder run, RunListener listener) {
    RunEvents events = new RunEvents(run, listener, hub);
    events.startLog();
    return events;
  }

  /** Nothing but probabilities is taken from the process, and only those that were asked for. */
  Predictions predict(
      Path path, OptionalInt epoch, List<String> images, Limits limits, Progress progress) {
    RunFolder run = RunPlace.shared(path);
    RunRecord record = run.record();
    List<Sample> wanted = WantedSamples.of(record, images);
    List<Prediction> list = new ArrayList<>();
    try (ChildWorkspace place = ChildWorkspace.make(workspace, run.id())) {
      RunCopy.make(run, place);
      Hearing hearing = new Hearing(run.path(), event -> {}, progress);
      Consumer<ChildLine> listener =
          line -> {
            if (line instanceof ChildLine.Predicted predicted) {
              list.add(prediction(predicted, wanted, list.size()));
            } else {
              hearing.hear(line);
            }
          };
      worker.carryOut(
          new Order.Predict(place.run().toString(), epoch.stream().boxed().toList(), images),
          limits,
          place,
          progress,
          listener);
    }
    if (list.size() < wanted.size()) {
      throw RunCopy.notOfThisRun("%d of %d predictions".formatted(list.size(), wanted.size()));
    }
    Predictions made = predictions(record, list);
    return epoch.isPresent()
        ? made
        : record.threshold().map(chosen -> made.at(chosen.value())).orElse(made);
  }

  private static Prediction prediction(
      ChildLine.Predicted predicted, List<Sample> wanted, int index) {
    double[] probabilities =
        predicted.probabilities().stream().mapToDouble(Double::doubleValue).toArray();
    for (double p : probabilities) {
      if (!(p >= 0 && p <= 1)) {
        throw RunCopy.notOfThisRun("the probability " + p);
      }
    }
    if (index >= wanted.size()) {
      throw RunCopy.notOfThisRun("predictions that nobody asked for");
    }
    Sample sample = wanted.get(index);
    return new Prediction(sample.id(), sample.source(), sample.label(), probabilities);
  }

  private static Predictions predictions(RunRecord record, List<Prediction> list) {
    try {
      return new Predictions(record.data().orElseThrow().labels(), list);
    } catch (IllegalArgumentException otherClasses) {
      throw RunCopy.notOfThisRun("predictions of other classes");
    }
  }
}
