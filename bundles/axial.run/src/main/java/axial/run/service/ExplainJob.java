package axial.run.service;

import axial.data.Dataset;
import axial.data.ImageStore;
import axial.model.TrainableModel;
import axial.run.ExplainedSample;
import axial.run.RunRecord;
import axial.run.stages.Judging;
import axial.run.stages.Predictor;
import axial.run.store.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Explains images with the model of a trained run. */
final class ExplainJob {

  private final RunCall call;

  ExplainJob(RunCall call) {
    this.call = call;
  }

  List<ExplainedSample> explain(Path path, List<String> names) {
    try (RunPlace place = RunPlace.existing(path)) {
      RunFolder folder = place.folder();
      RunRecord record = Reopening.trained(folder);
      RunContext context = RunContext.of(call, folder, record);
      context.events().startLog();
      Dataset dataset = Reopening.dataset(context, record);
      Judging judging = context.judging();
      List<ExplainedSample> explained = new ArrayList<>();
      try (ImageStore.Images images = context.images(dataset);
          TrainableModel trained = context.load(record, dataset.labels());
          Predictor model = context.predictor(
                  trained, context.standardization(Reopening.split(record), images))) {
        WantedImages wanted = WantedImages.of(record, names, context.crew().loader());
        if (!wanted.own().isEmpty()) {
          explained.addAll(judging.explain(model, wanted.own(), images, dataset.pixels()));
        }
        if (!wanted.strangers().isEmpty()) {
          Dataset lone = wanted.lone(dataset.labels());
          try (ImageStore.Images loneImages = context.images(lone)) {
            explained.addAll(judging.explain(model, lone.samples(), loneImages, lone.pixels()));
          }
        }
        context.report(images);
      }
      return List.copyOf(explained);
    }
  }
}
