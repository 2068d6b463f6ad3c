package axial.run.service;

import axial.data.Dataset;
import axial.data.Sample;
import axial.data.Split;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.RunRecord;
import axial.run.store.RunFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What a job on a run that is there takes up again, or says that it cannot. */
final class Reopening {

  private Reopening() {}

  /** A run whose training is finished. */
  static RunRecord trained(RunFolder folder) {
    if (!folder.hasModel()) {
      throw ProblemException.of(
          Problem.Kind.USAGE,
          "The run " + folder.id() + " has no trained model yet.",
          "Let it finish first: ./axial resume.");
    }
    return folder.record();
  }

  /** The model of a run as of an epoch, or the finished one. */
  static Path model(RunFolder folder, OptionalInt epoch) {
    if (epoch.isEmpty()) {
      trained(folder);
      return folder.file("model.zip");
    }
    return folder
        .epochModel(epoch.getAsInt())
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.USAGE,
                    "The run %s has no model of epoch %d.".formatted(folder.id(), epoch.getAsInt()),
                    kept(folder.keptEpochs())
                        + " --set run.keep-epochs=true keeps them all when a run is made."));
  }

  private static String kept(List<Integer> epochs) {
    return epochs.isEmpty()
        ? "None is kept yet."
        : "It has those of: %s."
            .formatted(epochs.stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  static Split split(RunRecord record) {
    return record
        .split()
        .orElseThrow(
            () ->
                ProblemException.of(
                    Problem.Kind.INPUT,
                    "The run " + record.id() + " has no split.",
                    "Make the run again."));
  }

  /** Opens the data of a run again and makes sure that it is the same. */
  static Dataset dataset(RunContext context, RunRecord record) {
    Dataset dataset = context.preparation().load();
    Map<String, String> now = new HashMap<>();
    dataset.samples().forEach(s -> now.put(s.source(), s.id()));
    List<String> changed =
        record.data().map(RunRecord.DataRecord::samples).orElse(List.of()).stream()
            .filter(s -> !s.id().equals(now.get(s.source())))
            .map(Sample::source)
            .toList();
    if (!changed.isEmpty()) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "%d images of the run %s are missing or changed, such as %s."
              .formatted(changed.size(), record.id(), changed.get(0)),
          "Restore them in " + record.spec().data() + ".");
    }
    return dataset;
  }
}
