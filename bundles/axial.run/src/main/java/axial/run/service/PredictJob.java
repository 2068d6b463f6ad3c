package axial.run.service;

import axial.data.Dataset;
import axial.data.ImageStore;
import axial.data.Sample;
import axial.eval.Predictions;
import axial.eval.Threshold;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.TrainableModel;
import axial.run.RunRecord;
import axial.run.stages.Predictor;
import axial.run.store.RunFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Predicts images of a run, as of an epoch or with the finished model; writes nothing. */
final class PredictJob {

  private final RunCall call;

  PredictJob(RunCall call) {
    this.call = call;
  }

  Predictions predict(Path path, OptionalInt epoch, List<String> names) {
    RunFolder folder = RunPlace.shared(path);
    Reopening.model(folder, epoch);
    RunRecord record = folder.record();
    List<Sample> samples = names.isEmpty() ? Reopening.split(record).test() : named(record, names);
    RunContext context = RunContext.beside(call, folder, record);
    Dataset dataset = Reopening.dataset(context, record);
    Optional<Threshold> threshold =
        epoch.isPresent() ? Optional.empty() : folder.predictions().threshold();
    try (ImageStore.Images images = context.images(dataset);
        TrainableModel trained = context.load(record, dataset.labels(), epoch);
        Predictor model =
            context.predictor(trained, context.standardization(Reopening.split(record), images))) {
      return context.examination().predictions(model, samples, images::image, threshold);
    }
  }

  private static List<Sample> named(RunRecord record, List<String> names) {
    Map<String, Sample> known = new HashMap<>();
    for (Sample sample : record.data().map(RunRecord.DataRecord::samples).orElse(List.of())) {
      known.putIfAbsent(sample.id(), sample);
      known.put(sample.source(), sample);
    }
    return names.stream()
        .map(
            name ->
                Optional.ofNullable(known.get(name))
                    .orElseThrow(
                        () ->
                            ProblemException.of(
                                Problem.Kind.USAGE,
                                "There is no image %s in the run %s.".formatted(name, record.id()),
                                "Give sources or content ids of its manifest.jsonl.")))
        .toList();
  }
}
