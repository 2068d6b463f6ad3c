package axial.run.service;

import axial.data.Dataset;
import axial.model.TrainableModel;
import axial.run.ExplainedSample;
import axial.run.RunRecord;
import axial.run.stages.ImageCache;
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
      ImageCache images = context.images(dataset);
      Judging judging = context.judging();
      List<ExplainedSample> explained = new ArrayList<>();
      try (TrainableModel trained = context.load(record, dataset.labels());
          Predictor model = context.predictor(trained)) {
        WantedImages wanted = WantedImages.of(record, names, context.crew().loader());
        if (!wanted.own().isEmpty()) {
          explained.addAll(judging.explain(model, wanted.own(), images, dataset.pixels()));
        }
        if (!wanted.strangers().isEmpty()) {
          Dataset lone = wanted.lone(dataset.labels());
          explained.addAll(
              judging.explain(model, lone.samples(), context.images(lone), lone.pixels()));
        }
      }
      context.report(images);
      return List.copyOf(explained);
    }
  }
}
