package axial.run.service;

import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.data.HoldOut;
import axial.data.HoldOuts;
import axial.data.ImageStore;
import axial.data.Labels;
import axial.data.Sample;
import axial.data.Split;
import axial.eval.ConfusionMatrix;
import axial.eval.Predictions;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Settings;
import axial.model.TrainableModel;
import axial.run.HoldOutResult;
import axial.run.RunRecord;
import axial.run.stages.Examination;
import axial.run.stages.Predictor;
import axial.run.store.RunFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges the model of a run on a frozen hold-out. */
final class HoldOutJob {

  private final RunCall call;

  HoldOutJob(RunCall call) {
    this.call = call;
  }

  HoldOutResult judge(Path path, String name) {
    HoldOuts holdOuts = call.workshop().holdOuts();
    HoldOut holdOut = holdOuts.find(name);
    try (RunPlace place = RunPlace.existing(path)) {
      RunFolder folder = place.folder();
      RunRecord run = Reopening.trained(folder);
      requireUnseen(run, holdOut);
      Labels labels = run.data().orElseThrow().labels();
      RunContext context = RunContext.of(call, folder, run);
      context.events().startLog();
      Dataset frozen = frozen(context, holdOut, labels);
      try (ImageStore.Images images = context.images(frozen);
          TrainableModel trained = context.load(run, labels);
          Predictor model =
              context.predictor(
                  trained, context.standardization(run.split().orElseThrow(), images))) {
        Examination.Judged judged =
            context
                .examination()
                .beside(model, frozen.samples(), images::image, "images of the hold-out " + name);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        holdOuts.use(name, new HoldOut.Use(now, run.id(), figures(judged.predictions())));
        return new HoldOutResult(
            holdOut, judged.predictions(), judged.evaluations(), holdOuts.uses(name));
      }
    }
  }

  private static Map<String, Double> figures(Predictions predictions) {
    ConfusionMatrix matrix = predictions.confusion();
    int positive = predictions.labels().positive();
    return Map.of(
        "images", (double) matrix.total(),
        "balanced_accuracy", matrix.balancedAccuracy(),
        "accuracy", matrix.accuracy(),
        "recall", matrix.recall(positive),
        "precision", matrix.precision(positive));
  }

  /** A run that was made before the freeze may have learned from what is frozen now. */
  private static void requireUnseen(RunRecord run, HoldOut holdOut) {
    Set<String> frozen = holdOut.ids();
    List<Sample> seen = new ArrayList<>();
    Split split = run.split().orElseThrow();
    seen.addAll(split.train());
    seen.addAll(split.validation());
    seen.removeIf(sample -> !frozen.contains(sample.id()));
    if (!seen.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The run %s learned from %d images of the hold-out %s, such as %s."
              .formatted(run.id(), seen.size(), holdOut.name(), seen.get(0).source()),
          "Judge a run that was made after the hold-out was frozen.");
    }
  }

  /** The images to judge on, each once, with the classes that they were frozen with. */
  private Dataset frozen(RunContext context, HoldOut holdOut, Labels labels) {
    DatasetSource source =
        call.workshop().extensions().find(DatasetSource.class, holdOut.source().id());
    Settings settings = Settings.of(source.id(), source.settings(), holdOut.source().settings());
    Dataset all =
        context
            .fence()
            .call(
                DatasetSource.class,
                source,
                () -> source.open(holdOut.data(), settings, call.progress()));
    Map<String, Sample> byId = new LinkedHashMap<>();
    for (Sample sample : all.samples()) {
      String className = holdOut.classes().get(sample.id());
      if (className != null) {
        byId.putIfAbsent(
            sample.id(),
            new Sample(
                sample.id(),
                sample.source(),
                label(className, labels, holdOut),
                sample.group(),
                sample.attributes()));
      }
    }
    Set<String> missing = new HashSet<>(holdOut.classes().keySet());
    missing.removeAll(byId.keySet());
    if (!missing.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "%d of %d images of the hold-out %s are missing or changed in %s."
              .formatted(missing.size(), holdOut.classes().size(), holdOut.name(), holdOut.data()),
          "Restore them; a hold-out is judged whole or not at all.");
    }
    return new Dataset(
        "hold-out " + holdOut.name(),
        holdOut.data(),
        labels,
        List.copyOf(byId.values()),
        List.of(),
        List.of(),
        all.pixels());
  }

  private static int label(String className, Labels labels, HoldOut holdOut) {
    int label = labels.names().indexOf(className);
    if (label < 0) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The hold-out %s has the class \"%s\"; the run knows %s."
              .formatted(holdOut.name(), className, String.join(", ", labels.names())),
          "Judge a run of the same classes.");
    }
    return label;
  }
}
