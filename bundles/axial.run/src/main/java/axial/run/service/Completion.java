package axial.run.service;

import axial.data.Dataset;
import axial.data.Split;
import axial.eval.Predictions;
import axial.model.Network;
import axial.model.TrainableModel;
import axial.run.RunRecord;
import axial.run.RunSpec;
import axial.run.stages.Explainees;
import axial.run.stages.ImageCache;
import axial.run.stages.Judging;
import axial.run.stages.Predictor;
import axial.run.stages.Training;
import axial.run.store.RunFolder;

/** Does what is left to do of a run whose data is there, from the training to the report. */
final class Completion {

  private final RunContext context;

  Completion(RunContext context) {
    this.context = context;
  }

  void finish(Network network, Split split, Dataset dataset) {
    RunSpec spec = context.spec();
    RunFolder folder = context.folder();
    ImageCache images = context.images(dataset);
    try (TrainableModel trained = trained(network, split, dataset, images);
        Predictor model = context.predictor(trained)) {
      Predictions predictions =
          folder.hasEvaluation()
              ? folder.predictions(dataset.labels()).orElseThrow()
              : context.judging().evaluate(model, split, images);
      context
          .explaining()
          .explain(
              model,
              new Explainees(
                  Judging.worthExplaining(predictions, split, spec.explained()),
                  images::image,
                  dataset.pixels()),
              context.crew().explainers());
    }
    folder.writeStatus(
        RunRecord.Status.DONE, folder.created(), "", context.events().failures(), context.memory());
    context.report(images);
  }

  private TrainableModel trained(Network network, Split split, Dataset dataset, ImageCache images) {
    RunFolder folder = context.folder();
    if (folder.hasModel()) {
      return context
          .crew()
          .engine()
          .extension()
          .load(folder.file("model.zip"), network, dataset.labels());
    }
    return new Training(context.spec(), context.crew(), context.fence(), context.events(), folder)
        .train(network, dataset.labels(), split, images, context.progress());
  }
}
