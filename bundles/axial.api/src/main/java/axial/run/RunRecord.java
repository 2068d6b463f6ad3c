package axial.run;

import axial.data.Labels;
import axial.data.LeftOut;
import axial.data.Sample;
import axial.data.Split;
import axial.eval.Evaluation;
import axial.eval.Predictions;
import axial.eval.Threshold;
import axial.model.Network;
import axial.train.Epoch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
 * @param evaluations what the evaluators said
 * @param explanations how many explanations the folder holds
 * @param failures extensions that were set aside, one sentence each
 * @param provenance what made it
 * @param memory the most that it needed, unknown until it ends
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
    List<Evaluation> evaluations,
    int explanations,
    List<String> failures,
    Optional<Provenance> provenance,
    MemoryPeaks memory) {

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
   * What the source found and what became of it.
   *
   * @param name of the data set
   * @param samples all samples, duplicates included
   * @param leftOut what was not taken
   * @param notes what the source wants the user to know
   * @param duplicateGroups groups of sources that show the same picture
   * @param removed the samples that were taken out as duplicates
   * @param leaks the certificate of the split
   */
  public record DataRecord(
      String name,
      Labels labels,
      List<Sample> samples,
      List<LeftOut> leftOut,
      List<String> notes,
      List<List<String>> duplicateGroups,
      List<Sample> removed,
      LeakCertificate leaks) {
    /** Copies the lists. */
    public DataRecord {
      samples = List.copyOf(samples);
      leftOut = List.copyOf(leftOut);
      notes = List.copyOf(notes);
      duplicateGroups = duplicateGroups.stream().map(List::copyOf).toList();
      removed = List.copyOf(removed);
    }
  }
}
