package axial.run.service;

import axial.data.Dataset;
import axial.data.ImageStore;
import axial.data.Split;
import axial.eval.Predictions;
import axial.model.Network;
import axial.model.TrainableModel;
import axial.run.RunRecord;
import axial.run.stages.Explainees;
import axial.run.stages.Predictor;
import axial.run.stages.Standardization;
import axial.run.stages.Training;
import axial.run.stages.WorthExplaining;
import axial.run.store.RunFolder;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Does what is left to do of a run whose data is there, from the training to the report. */
final class Completion {

  private final RunContext context;

  Completion(RunContext context) {
    this.context = context;
  }

  void finish(Network network, Split split, Dataset dataset) {
    try (ImageStore.Images images = context.images(dataset)) {
      finish(network, split, dataset, images, context.standardization(split, images));
      context
          .folder()
          .writeStatus(
              RunRecord.Status.DONE,
              context.folder().created(),
              "",
              context.events().failures(),
              context.memory());
      context.report(images);
    }
  }

  private void finish(
      Network network,
      Split split,
      Dataset dataset,
      ImageStore.Images images,
      Standardization standardization) {
    RunFolder folder = context.folder();
    try (TrainableModel trained = trained(network, split, dataset, images, standardization);
        Predictor model = context.predictor(trained, standardization)) {
      Predictions predictions =
          folder.predictions().hasEvaluation()
              ? folder.predictions().test(dataset.labels()).orElseThrow()
              : context
                  .examination()
                  .of(model, split, images::image, context.recollection(dataset));
      context.contrast(predictions, split);
      context
          .explaining(OptionalInt.empty(), OptionalLong.empty())
          .explain(
              model,
              new Explainees(
                  WorthExplaining.of(predictions, split, context.spec().explained()),
                  images::image,
                  dataset.pixels()),
              context.crew().explainers());
    }
  }

  private TrainableModel trained(
      Network network,
      Split split,
      Dataset dataset,
      ImageStore.Images images,
      Standardization standardization) {
    RunFolder folder = context.folder();
    if (folder.hasModel()) {
      return context
          .crew()
          .engine()
          .extension()
          .load(folder.file("model.zip"), network, dataset.labels());
    }
    return new Training(context.spec(), context.crew(), context.fence(), context.events(), folder)
        .train(network, dataset.labels(), split, images, standardization, context.progress());
  }
}
