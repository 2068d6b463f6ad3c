package axial.run.service;

import axial.data.Dataset;
import axial.data.ImageStore;
import axial.data.Labels;
import axial.data.Sample;
import axial.explain.Explainer;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.TrainableModel;
import axial.run.ExplainRequest;
import axial.run.ExplainedSample;
import axial.run.RunRecord;
import axial.run.stages.Crew.Chosen;
import axial.run.stages.Explainees;
import axial.run.stages.Explaining;
import axial.run.stages.Predictor;
import axial.run.stages.WantedExplainers;
import axial.run.store.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/** Explains images with the model of a trained run. */
final class ExplainJob {

  private final RunCall call;
  private final Optional<Consumer<ExplainedSample>> partial;

  /**
   * A job of explaining.
   *
   * @param partial gets what can be said before all answers are there, if anybody wants it
   */
  ExplainJob(RunCall call, Optional<Consumer<ExplainedSample>> partial) {
    this.call = call;
    this.partial = partial;
  }

  List<ExplainedSample> explain(Path path, ExplainRequest request) {
    if (request.epoch().isPresent()) {
      RunFolder folder = RunPlace.shared(path);
      Reopening.model(folder, request.epoch());
      RunRecord record = folder.record();
      return explain(record, RunContext.beside(call, folder, record), request);
    }
    try (RunPlace place = RunPlace.existing(path)) {
      RunRecord record = Reopening.trained(place.folder());
      RunContext context = RunContext.of(call, place.folder(), record);
      context.events().startLog();
      return explain(record, context, request);
    }
  }

  private List<ExplainedSample> explain(
      RunRecord record, RunContext context, ExplainRequest request) {
    List<Chosen<Explainer>> explainers =
        new WantedExplainers(call.workshop().extensions(), record.spec())
            .of(request.explainers(), request.set());
    Dataset dataset = Reopening.dataset(context, record);
    Function<Sample, OptionalInt> labels = labels(request, dataset.labels());
    WantedImages wanted = WantedImages.of(context, record, request.choice(), dataset.pixels());
    List<ExplainedSample> explained = new ArrayList<>();
    try (ImageStore.Images images = context.images(dataset);
        TrainableModel trained = context.load(record, dataset.labels(), request.epoch());
        Predictor model =
            context.predictor(trained, context.standardization(Reopening.split(record), images))) {
      Explaining explaining = context.explaining(request.epoch(), request.seed());
      if (!wanted.own().isEmpty()) {
        Explainees own = new Explainees(wanted.own(), images::image, dataset.pixels(), labels);
        explained.addAll(explaining.explain(model, own, explainers, partial));
      }
      if (!wanted.strangers().isEmpty()) {
        Dataset lone = wanted.lone(dataset.labels());
        try (ImageStore.Images loneImages = context.images(lone)) {
          Explainees strangers =
              new Explainees(lone.samples(), loneImages::image, lone.pixels(), labels);
          explained.addAll(explaining.explain(model, strangers, explainers, partial));
        }
      }
      if (request.choice() instanceof ExplainRequest.Scored) {
        context.folder().writeLocalization(explained, dataset.labels(), request.epoch());
      }
      if (request.epoch().isEmpty()) {
        context.report(images);
      }
    }
    return List.copyOf(explained);
  }

  /** Which class of a sample is explained; none for the one that the network decides for. */
  private static Function<Sample, OptionalInt> labels(ExplainRequest request, Labels labels) {
    if (request.label().isPresent()) {
      int label = labels.names().indexOf(request.label().get());
      if (label < 0) {
        throw ProblemException.of(
            Problem.Kind.USAGE,
            "There is no class \"" + request.label().get() + "\" in this run.",
            "Its classes are " + String.join(", ", labels.names()) + ".");
      }
      return sample -> OptionalInt.of(label);
    }
    return request.choice() instanceof ExplainRequest.Scored
        ? sample -> OptionalInt.of(sample.label())
        : sample -> OptionalInt.empty();
  }
}
