package axial.run.service;

import axial.data.Dataset;
import axial.data.ImageStore;
import axial.data.Sample;
import axial.eval.Predictions;
import axial.eval.Threshold;
import axial.model.TrainableModel;
import axial.run.RunRecord;
import axial.run.stages.Predictor;
import axial.run.stages.WantedSamples;
import axial.run.store.RunFolder;
import java.nio.file.Path;
import java.util.List;
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
    List<Sample> samples =
        names.isEmpty() ? Reopening.split(record).test() : WantedSamples.of(record, names);
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
}
