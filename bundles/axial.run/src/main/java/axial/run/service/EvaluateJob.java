package axial.run.service;

import axial.data.Dataset;
import axial.model.TrainableModel;
import axial.run.RunRecord;
import axial.run.stages.ImageCache;
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
      ImageCache images = context.images(dataset);
      try (TrainableModel trained = context.load(record, dataset.labels());
          Predictor model = context.predictor(trained)) {
        context
            .judging()
            .evaluate(model, Reopening.split(record), images, context.recollection(dataset));
      }
      context.report(images);
      return folder.record();
    }
  }
}
