package axial.run;

import axial.data.DuplicateCounts;
import axial.data.DuplicateGroup;
import axial.data.Labels;
import axial.data.LeftOut;
import axial.data.Sample;
import axial.data.Shares;
import axial.data.Split;
import axial.eval.Evaluation;
import axial.eval.Predictions;
import axial.eval.Threshold;
import axial.model.Network;
import axial.train.Epoch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is known of a run, as far as it got; read from its folder.
 *
 * @param id name of the run
 * @param folder where its files are
 * @param status how it stands
 * @param created when it was first started
 * @param spec what was asked for
 * @param network the network that was built
 * @param data what was found, once loaded
 * @param split the parts, once split
 * @param epochs the finished epochs
 * @param bestEpoch number of the epoch whose weights are kept, 0 before the first
 * @param predictions for the test part, once evaluated
 * @param validation predictions for the validation part; older runs did not keep them
 * @param threshold what was chosen for a wanted recall; nothing where none was wanted
 * @param predictedBy which engines made the predictions
 * @param naiveAndClean both scores of a run that leaks, once evaluated; nothing in a clean one
 * @param evaluations what the evaluators said
 * @param explanations how many explanations the folder holds
 * @param failures extensions that were set aside, one sentence each
 * @param provenance what made it
 * @param memory the most that it needed, unknown until it ends
 * @param endedByUser whether the user ended the training after the last of {@code epochs}, which
 *     was not the plan's last
 */
public record RunRecord(
    String id,
    Path folder,
    Status status,
    Instant created,
    RunSpec spec,
    Network network,
    Optional<DataRecord> data,
    Optional<Split> split,
    List<Epoch> epochs,
    int bestEpoch,
    Optional<Predictions> predictions,
    Optional<Predictions> validation,
    Optional<Threshold> threshold,
    PredictedBy predictedBy,
    Optional<NaiveAndClean> naiveAndClean,
    List<Evaluation> evaluations,
    int explanations,
    List<String> failures,
    Optional<Provenance> provenance,
    MemoryPeaks memory,
    boolean endedByUser) {

  /** A run whose training the user did not end. */
  public RunRecord(
      String id,
      Path folder,
      Status status,
      Instant created,
      RunSpec spec,
      Network network,
      Optional<DataRecord> data,
      Optional<Split> split,
      List<Epoch> epochs,
      int bestEpoch,
      Optional<Predictions> predictions,
      Optional<Predictions> validation,
      Optional<Threshold> threshold,
      PredictedBy predictedBy,
      Optional<NaiveAndClean> naiveAndClean,
      List<Evaluation> evaluations,
      int explanations,
      List<String> failures,
      Optional<Provenance> provenance,
      MemoryPeaks memory) {
    this(
        id,
        folder,
        status,
        created,
        spec,
        network,
        data,
        split,
        epochs,
        bestEpoch,
        predictions,
        validation,
        threshold,
        predictedBy,
        naiveAndClean,
        evaluations,
        explanations,
        failures,
        provenance,
        memory,
        false);
  }

  /** How a run stands. */
  public enum Status {
    /** Under way, or cut off without a word; can be resumed when nobody works on it. */
    RUNNING,
    /** Ended well. */
    DONE,
    /** Stopped by the user; can be resumed. */
    STOPPED,
    /** Failed; can be resumed once the cause is mended. */
    FAILED
  }

  /** Copies the lists. */
  public RunRecord {
    epochs = List.copyOf(epochs);
    evaluations = List.copyOf(evaluations);
    failures = List.copyOf(failures);
  }

  /**
   * What every view of a run that leaks must say with its figures; nothing when it is clean or not
   * split yet.
   */
  public Optional<String> stamp() {
    return data.flatMap(known -> known.leaks().stamp());
  }

  /**
   * What the source found and what became of it.
   *
   * @param name of the data set
   * @param samples all samples, duplicates included
   * @param leftOut what was not taken
   * @param notes what the source wants the user to know
   * @param duplicateGroups groups of sources that show the same picture
   * @param removed the samples that were taken out as duplicates
   * @param leaks the certificate of the split
   * @param wanted the shares that the splitter aimed at, if it said so
   */
  public record DataRecord(
      String name,
      Labels labels,
      List<Sample> samples,
      List<LeftOut> leftOut,
      List<String> notes,
      List<List<String>> duplicateGroups,
      List<Sample> removed,
      LeakCertificate leaks,
      Optional<Shares> wanted) {

    /** A record of which the wanted shares are not known. */
    public DataRecord(
        String name,
        Labels labels,
        List<Sample> samples,
        List<LeftOut> leftOut,
        List<String> notes,
        List<List<String>> duplicateGroups,
        List<Sample> removed,
        LeakCertificate leaks) {
      this(
          name, labels, samples, leftOut, notes, duplicateGroups, removed, leaks, Optional.empty());
    }

    /** Copies the lists. */
    public DataRecord {
      samples = List.copyOf(samples);
      leftOut = List.copyOf(leftOut);
      notes = List.copyOf(notes);
      duplicateGroups = duplicateGroups.stream().map(List::copyOf).toList();
      removed = List.copyOf(removed);
    }

    /** What the duplicates were. */
    public DuplicateCounts duplicates() {
      Map<String, Sample> bySource =
          samples.stream().collect(Collectors.toMap(Sample::source, Function.identity()));
      return DuplicateCounts.of(
          duplicateGroups.stream()
              .map(group -> group.stream().map(bySource::get).filter(Objects::nonNull).toList())
              .filter(group -> group.size() > 1)
              .map(DuplicateGroup::new)
              .toList(),
          removed);
    }
  }
}
