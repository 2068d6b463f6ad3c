package axial.run.service;

import axial.data.Dataset;
import axial.data.Labels;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.Split;
import axial.eval.Predictions;
import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.job.Settings;
import axial.model.ModelFactory;
import axial.model.Network;
import axial.model.TrainableModel;
import axial.run.ExplainedSample;
import axial.run.MemoryPeaks;
import axial.run.RunEvent;
import axial.run.RunListener;
import axial.run.RunRecord;
import axial.run.RunSpec;
import axial.run.extensions.Names;
import axial.run.stages.Crew;
import axial.run.stages.Fence;
import axial.run.stages.ImageCache;
import axial.run.stages.Judging;
import axial.run.stages.Predictor;
import axial.run.stages.Preparation;
import axial.run.stages.Reporting;
import axial.run.stages.RunEvents;
import axial.run.stages.Standardization;
import axial.run.stages.Training;
import axial.run.store.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One job on one run: makes it, resumes it, evaluates it anew, or explains with it. */
final class RunJob {

  private final Workshop workshop;
  private final Fence fence;
  private final RunListener listener;
  private final Progress progress;
  private final MemoryWatch memory = new MemoryWatch();
  private MemoryPeaks before = MemoryPeaks.UNKNOWN;

  RunJob(Workshop workshop, RunListener listener, Progress progress) {
    this.workshop = workshop;
    this.fence = new Fence(workshop.extensions());
    this.listener = listener;
    this.progress = progress;
  }

  RunRecord start(RunSpec spec, Path path) {
    Crew crew = crew(spec);
    ModelFactory factory = workshop.extensions().find(ModelFactory.class, spec.model().id());
    try (RunPlace place = RunPlace.fresh(path)) {
      RunFolder folder = place.folder();
      Instant created = Instant.now();
      RunEvents events = events(folder, crew);
      events.send(new RunEvent.Started(folder.id(), folder.path(), spec, false));
      Preparation preparation = new Preparation(spec, crew, fence, events, progress);
      Preparation.Prepared prepared;
      Network network;
      try {
        Dataset dataset = preparation.load();
        prepared = preparation.prepare(dataset);
        network = network(factory, spec, dataset.labels());
      } catch (ProblemException failed) {
        events.send(new RunEvent.Failed(folder.id(), failed.problem()));
        throw failed;
      }
      place.keep();
      folder.writeStatus(RunRecord.Status.RUNNING, created, "", List.of(), before);
      events.startLog();
      return recorded(
          folder,
          created,
          events,
          () -> {
            folder.writeSpec(spec, network);
            folder.writeData(prepared.record(), spec.data(), prepared.split());
            folder.writeProvenance(
                BundleProvenance.of(
                    workshop.framework(),
                    workshop.extensions(),
                    spec,
                    crew.engine().extension().platform(),
                    folder.manifestSha256()));
            finish(spec, crew, folder, events, network, prepared.split(), prepared.dataset());
          });
    }
  }

  private Network network(ModelFactory factory, RunSpec spec, Labels labels) {
    Settings settings =
        Settings.of("the model " + factory.id(), factory.settings(), spec.model().settings());
    return fence.call(
        ModelFactory.class, factory, () -> factory.network(spec.input(), labels.count(), settings));
  }

  RunRecord resume(Path path) {
    try (RunPlace place = RunPlace.existing(path)) {
      RunFolder folder = place.folder();
      RunRecord record = folder.record();
      if (record.status() == RunRecord.Status.DONE) {
        throw ProblemException.of(
            Problem.Kind.USAGE,
            "The run " + record.id() + " is done.",
            "Evaluate or explain it, or make a new run.");
      }
      Crew crew = crew(record.spec());
      RunEvents events = events(folder, crew);
      events.startLog();
      events.send(new RunEvent.Started(folder.id(), folder.path(), record.spec(), true));
      before = record.memory();
      folder.writeStatus(RunRecord.Status.RUNNING, record.created(), "", record.failures(), before);
      return recorded(
          folder,
          record.created(),
          events,
          () -> {
            Dataset dataset = reopen(record, crew, events);
            finish(record.spec(), crew, folder, events, record.network(), split(record), dataset);
          });
    }
  }

  RunRecord evaluate(Path path) {
    try (RunPlace place = RunPlace.existing(path)) {
      RunFolder folder = place.folder();
      RunRecord record = trained(folder);
      Crew crew = crew(record.spec());
      RunEvents events = events(folder, crew);
      events.startLog();
      Dataset dataset = reopen(record, crew, events);
      ImageCache images = images(record.spec(), crew, dataset);
      Judging judging = new Judging(record.spec(), crew, fence, events, folder, progress);
      try (TrainableModel trained = load(record, crew, dataset.labels());
          Predictor model =
              predictor(
                  trained,
                  record.spec(),
                  events,
                  standardization(crew, folder, split(record), images))) {
        judging.evaluate(model, split(record), images);
      }
      new Reporting(workshop.reports(), events).write(folder, images::image);
      return folder.record();
    }
  }

  List<ExplainedSample> explain(Path path, List<String> names) {
    try (RunPlace place = RunPlace.existing(path)) {
      RunFolder folder = place.folder();
      RunRecord record = trained(folder);
      Crew crew = crew(record.spec());
      RunEvents events = events(folder, crew);
      events.startLog();
      Dataset dataset = reopen(record, crew, events);
      ImageCache images = images(record.spec(), crew, dataset);
      Judging judging = new Judging(record.spec(), crew, fence, events, folder, progress);
      List<ExplainedSample> explained = new ArrayList<>();
      try (TrainableModel trained = load(record, crew, dataset.labels());
          Predictor model =
              predictor(
                  trained,
                  record.spec(),
                  events,
                  standardization(crew, folder, split(record), images))) {
        List<Sample> own = new ArrayList<>();
        Map<Sample, Pixels> strangers = new HashMap<>();
        choose(record, names, own, strangers, crew);
        if (!own.isEmpty()) {
          explained.addAll(judging.explain(model, own, images, dataset.pixels()));
        }
        if (!strangers.isEmpty()) {
          Dataset lone = lone(dataset.labels(), strangers);
          explained.addAll(
              judging.explain(
                  model,
                  lone.samples(),
                  new ImageCache(lone, crew.loader(), record.spec().input()),
                  lone.pixels()));
        }
      }
      new Reporting(workshop.reports(), events).write(folder, images::image);
      return List.copyOf(explained);
    }
  }

  /** Sorts names into samples of the run and image files beside it. */
  private void choose(
      RunRecord record,
      List<String> names,
      List<Sample> own,
      Map<Sample, Pixels> strangers,
      Crew crew) {
    if (names.isEmpty()) {
      Predictions predictions =
          record
              .predictions()
              .orElseThrow(
                  () ->
                      ProblemException.of(
                          Problem.Kind.USAGE,
                          "The run " + record.id() + " is not evaluated yet.",
                          "Evaluate it first: ./axial evaluate."));
      own.addAll(
          Judging.worthExplaining(
              predictions, split(record), Math.max(1, record.spec().explained())));
      return;
    }
    List<Sample> samples = record.data().map(RunRecord.DataRecord::samples).orElse(List.of());
    for (String name : names) {
      Optional<Sample> known =
          samples.stream().filter(s -> s.source().equals(name) || s.id().equals(name)).findFirst();
      if (known.isPresent()) {
        own.add(known.get());
      } else if (Files.isRegularFile(Path.of(name))) {
        Pixels pixels = crew.loader().decode(Path.of(name));
        strangers.put(new Sample(pixels.contentId(), name, 0, name, Map.of()), pixels);
      } else {
        throw ProblemException.of(
            Problem.Kind.INPUT,
            "There is no image " + name + ", neither in the run nor as a file.",
            "Give a source from the run's manifest.jsonl, or the path of an image.");
      }
    }
  }

  /** Image files that are not part of the run; their true class is not known. */
  private static Dataset lone(Labels labels, Map<Sample, Pixels> strangers) {
    PixelReader reader =
        new PixelReader() {
          @Override
          public Pixels read(Sample sample) {
            Pixels pixels = strangers.get(sample);
            if (pixels == null) {
              throw new IllegalArgumentException("There is no image " + sample.source());
            }
            return pixels;
          }

          @Override
          public Optional<Pixels> mask(Sample sample) {
            return Optional.empty();
          }
        };
    return new Dataset(
        "files", "files", labels, List.copyOf(strangers.keySet()), List.of(), List.of(), reader);
  }

  /** What is left to do of a run whose data is there. */
  private void finish(
      RunSpec spec,
      Crew crew,
      RunFolder folder,
      RunEvents events,
      Network network,
      Split split,
      Dataset dataset) {
    ImageCache images = images(spec, crew, dataset);
    Judging judging = new Judging(spec, crew, fence, events, folder, progress);
    Standardization standardization = standardization(crew, folder, split, images);
    try (TrainableModel trained =
            folder.hasModel()
                ? crew.engine()
                    .extension()
                    .load(folder.file("model.zip"), network, dataset.labels())
                : new Training(spec, crew, fence, events, folder)
                    .train(network, dataset.labels(), split, images, standardization, progress);
        Predictor model = predictor(trained, spec, events, standardization)) {
      Predictions predictions =
          folder.hasEvaluation()
              ? folder.predictions(dataset.labels()).orElseThrow()
              : judging.evaluate(model, split, images);
      judging.explain(
          model,
          Judging.worthExplaining(predictions, split, spec.explained()),
          images,
          dataset.pixels());
    }
    folder.writeStatus(RunRecord.Status.DONE, folder.created(), "", events.failures(), memory());
    new Reporting(workshop.reports(), events).write(folder, images::image);
  }

  /** Does the work of a run and records how it ended. */
  private RunRecord recorded(RunFolder folder, Instant created, RunEvents events, Runnable work) {
    try {
      work.run();
      events.send(new RunEvent.Ended(folder.id(), folder.path()));
      return folder.record();
    } catch (CancelledException stopped) {
      folder.writeStatus(RunRecord.Status.STOPPED, created, "", events.failures(), memory());
      events.send(new RunEvent.Stopped(folder.id(), folder.path()));
      throw stopped;
    } catch (ProblemException failed) {
      fail(folder, created, events, failed.problem());
      throw failed;
    } catch (OutOfMemoryError full) {
      Problem problem = outOfMemory();
      fail(folder, created, events, problem);
      throw new ProblemException(problem, full);
    } catch (RuntimeException | Error broken) {
      fail(
          folder,
          created,
          events,
          new Problem(Problem.Kind.INTERNAL, "The run failed: " + Names.of(broken) + ".", ""));
      throw broken;
    }
  }

  private static Problem outOfMemory() {
    return new Problem(
        Problem.Kind.MACHINE,
        "The Java heap of %,d MiB is full.".formatted(Runtime.getRuntime().maxMemory() >> 20),
        "Give Java more with JAVA_TOOL_OPTIONS=-Xmx8g, for example, or make the images smaller.");
  }

  private void fail(RunFolder folder, Instant created, RunEvents events, Problem problem) {
    folder.writeStatus(
        RunRecord.Status.FAILED, created, problem.text(), events.failures(), memory());
    events.send(new RunEvent.Failed(folder.id(), problem));
  }

  /** The most memory that the run needed so far, before an interruption included. */
  private MemoryPeaks memory() {
    return before.max(memory.peaks());
  }

  /** The events of a run; at each the engine is asked for its memory. */
  private RunEvents events(RunFolder folder, Crew crew) {
    return new RunEvents(
        folder,
        event -> {
          memory.sample(crew.engine().extension());
          listener.on(event);
        },
        workshop.hub());
  }

  private Crew crew(RunSpec spec) {
    return Crew.of(spec, workshop.extensions(), workshop.trainer(), workshop.loader());
  }

  private static ImageCache images(RunSpec spec, Crew crew, Dataset dataset) {
    return new ImageCache(dataset, crew.loader(), spec.input());
  }

  private Predictor predictor(
      TrainableModel trained, RunSpec spec, RunEvents events, Standardization standardization) {
    return new Predictor(
        trained, spec.engine().id(), workshop.extensions(), events, standardization);
  }

  private Standardization standardization(
      Crew crew, RunFolder folder, Split split, ImageCache images) {
    return Standardization.of(
        crew.standardizers(), fence, folder, split.train(), images::image, progress);
  }

  private static TrainableModel load(RunRecord record, Crew crew, Labels labels) {
    return crew.engine()
        .extension()
        .load(record.folder().resolve("model.zip"), record.network(), labels);
  }

  /** A run whose training is finished. */
  static RunRecord trained(RunFolder folder) {
    if (!folder.hasModel()) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The run " + folder.id() + " has no trained model yet.",
          "Let it finish first: ./axial resume.");
    }
    return folder.record();
  }

  private static Split split(RunRecord record) {
    return record
        .split()
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.INPUT,
                    "The run " + record.id() + " has no split.",
                    "Make the run again."));
  }

  /** Opens the data of a run again and makes sure that it is the same. */
  private Dataset reopen(RunRecord record, Crew crew, RunEvents events) {
    Dataset dataset = new Preparation(record.spec(), crew, fence, events, progress).load();
    Map<String, String> now = new HashMap<>();
    dataset.samples().forEach(s -> now.put(s.source(), s.id()));
    List<String> changed =
        record.data().map(RunRecord.DataRecord::samples).orElse(List.of()).stream()
            .filter(s -> !s.id().equals(now.get(s.source())))
            .map(Sample::source)
            .toList();
    if (!changed.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "%d images of the run %s are missing or changed, such as %s."
              .formatted(changed.size(), record.id(), changed.get(0)),
          "Restore them in " + record.spec().data() + ".");
    }
    return dataset;
  }
}
