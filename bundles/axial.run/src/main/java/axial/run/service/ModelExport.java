package axial.run.service;

import axial.data.Labels;
import axial.job.Choice;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.model.Engine;
import axial.model.ModelExporter;
import axial.model.Parameter;
import axial.model.TrainableModel;
import axial.run.Extensions;
import axial.run.RunRecord;
import axial.run.stages.Fence;
import axial.run.store.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes the model of a run in a format of other programs. */
final class ModelExport {

  private final Extensions extensions;

  ModelExport(Extensions extensions) {
    this.extensions = extensions;
  }

  Path write(Path path, String format, Optional<Path> file) {
    ModelExporter exporter = extensions.find(ModelExporter.class, format);
    try (RunPlace place = RunPlace.existing(path)) {
      RunFolder folder = place.folder();
      RunRecord run = Reopening.trained(folder);
      requireNoStandardizers(run);
      Path target = file.orElseGet(() -> folder.file(folder.id() + "." + format));
      if (Files.exists(target)) {
        throw ProblemException.of(
            Problem.Kind.OUTPUT,
            "The file " + target + " is there already.",
            "Remove it, or choose another with --to.");
      }
      Labels labels =
          run.data()
              .orElseThrow(
                  () ->
                      ProblemException.of(
                          Problem.Kind.INPUT,
                          "The run " + run.id() + " has no data.json, which names its classes.",
                          "Restore it from a copy, or make the run again."))
              .labels();
      List<Parameter> parameters;
      Engine engine = extensions.find(Engine.class, run.spec().engine().id());
      try (TrainableModel model = engine.load(folder.file("model.zip"), run.network(), labels)) {
        parameters = model.parameters();
      }
      return new Fence(extensions)
          .call(
              ModelExporter.class,
              exporter,
              () -> {
                exporter.export(run.network(), labels, parameters, target);
                return target;
              });
    }
  }

  private static void requireNoStandardizers(RunRecord run) {
    List<String> standardizers = run.spec().standardizers().stream().map(Choice::id).toList();
    if (!standardizers.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The model of the run %s needs its images standardized (%s), and a model file for other programs has no such step."
              .formatted(run.id(), String.join(", ", standardizers)),
          "Train without standardizers to export: --set run.standardizers=none.");
    }
  }
}
