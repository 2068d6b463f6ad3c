package axial.run.service;

import axial.data.Dataset;
import axial.data.DatasetSource;
import axial.data.LeftOut;
import axial.data.Sample;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.run.Extensions;
import axial.run.RepeatRequest;
import axial.run.RunRecord;
import axial.run.RunSpec;
import axial.run.repeat.ChangedImages;
import axial.run.repeat.SentGroups;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The data of a run that is made again: where it lies now, and whether it is what it was. */
final class RecordedData {

  private final RepeatRequest request;
  private final RunRecord original;
  private volatile boolean opened;

  RecordedData(RepeatRequest request, RunRecord original) {
    this.request = request;
    this.original = original;
  }

  /** A specification with the data where the user says that it lies, else as it was sent. */
  RunSpec in(RunSpec spec, Extensions extensions) {
    RunSpec grouped = spec.withSource(SentGroups.in(original.folder(), spec.source()));
    Path images = original.folder().resolve("images");
    if (request.data().isPresent() || !Files.isDirectory(images)) {
      return request.data().map(grouped::withData).orElse(grouped);
    }
    DatasetSource source = extensions.find(DatasetSource.class, spec.source().id());
    return grouped.withData(source.addressIn(images, samples()));
  }

  private List<Sample> samples() {
    return original.data().map(RunRecord.DataRecord::samples).orElse(List.of());
  }

  /**
   * What was opened, without what the run left out, such as images that a hold-out of its lab had
   * frozen, and with what was said of that.
   */
  Dataset asThen(Dataset dataset) {
    opened = true;
    Map<String, LeftOut> then =
        original.data().map(RunRecord.DataRecord::leftOut).orElse(List.of()).stream()
            .collect(Collectors.toMap(LeftOut::source, Function.identity(), (a, b) -> a));
    List<LeftOut> leftOut = new ArrayList<>(dataset.leftOut());
    List<Sample> samples = new ArrayList<>();
    for (Sample sample : dataset.samples()) {
      Optional.ofNullable(then.get(sample.source()))
          .ifPresentOrElse(leftOut::add, () -> samples.add(sample));
    }
    return samples.size() == dataset.samples().size()
        ? dataset
        : new Dataset(
            dataset.name(),
            dataset.address(),
            dataset.labels(),
            samples,
            leftOut,
            withNotesOfThen(dataset.notes()),
            dataset.pixels(),
            dataset.kept(),
            dataset.distinct());
  }

  private List<String> withNotesOfThen(List<String> now) {
    List<String> notes = new ArrayList<>(now);
    original.data().map(RunRecord.DataRecord::notes).orElse(List.of()).stream()
        .filter(note -> !now.contains(note))
        .forEach(notes::add);
    return notes;
  }

  /**
   * Refuses other images, unless the user wants to go on with them.
   *
   * @param address of the data set
   */
  void requireUnchanged(Dataset dataset, String address) {
    ChangedImages changed = ChangedImages.between(samples(), dataset.samples());
    if (!changed.isEmpty() && !request.anyway()) {
      throw ProblemException.of(
          Problem.Kind.INPUT,
          "The data of the run %s has changed: %s.".formatted(original.id(), changed.text()),
          "Restore it in %s, say with --data where it lies, or go on with it as it is: --anyway."
              .formatted(address));
    }
  }

  /** A problem with what to do about it, when it is that the data is not where it was. */
  ProblemException explained(ProblemException failed) {
    Problem problem = failed.problem();
    return opened || request.data().isPresent() || problem.kind() != Problem.Kind.INPUT
        ? failed
        : new ProblemException(
            new Problem(
                problem.kind(),
                problem.summary(),
                "Say with --data where the data of the run %s lies here, or have it sent with its images."
                    .formatted(original.id())),
            failed);
  }
}
