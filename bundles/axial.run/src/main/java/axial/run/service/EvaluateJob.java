package axial.run.service;

import axial.data.Dataset;
import axial.data.ImageStore;
import axial.data.Split;
import axial.eval.Predictions;
import axial.model.TrainableModel;
import axial.run.RunRecord;
import axial.run.stages.Predictor;
import axial.run.store.RunFolder;
import java.nio.file.Path;

/** Evaluates a trained run anew. */
final class EvaluateJob {

  private final RunCall call;

  EvaluateJob(RunCall call) {
    this.call = call;
  }

  RunRecord evaluate(Path path) {
    try (RunPlace place = RunPlace.existing(path)) {
      RunFolder folder = place.folder();
      RunRecord record = Reopening.trained(folder);
      RunContext context = RunContext.of(call, folder, record);
      context.events().startLog();
      Dataset dataset = Reopening.dataset(context, record);
      Split split = Reopening.split(record);
      try (ImageStore.Images images = context.images(dataset);
          TrainableModel trained = context.load(record, dataset.labels());
          Predictor model = context.predictor(trained, context.standardization(split, images))) {
        Predictions predictions =
            context.examination().of(model, split, images::image, context.recollection(dataset));
        context.contrast(predictions, split);
        context.report(images);
      }
      return folder.record();
    }
  }
}
