package axial.workbench.training;

import axial.model.Activation;
import axial.model.Layer;
import axial.model.Loss;
import axial.model.Network;
import axial.model.Optimizer;
import axial.run.MemoryPeaks;
import axial.run.PredictedBy;
import axial.run.RunRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The record of a made-up training that has ended. */
final class FormerRun {

  private FormerRun() {}

  static RunRecord of(String id, MadeUp training) {
    return new RunRecord(
        id,
        Path.of("runs", id),
        RunRecord.Status.DONE,
        Instant.EPOCH,
        training.spec().orElseThrow(),
        new Network(
            "old",
            training.spec().orElseThrow().input(),
            List.of(new Layer.Flatten(), new Layer.Dense(1, Activation.SIGMOID)),
            Optimizer.Adam.keras(),
            Loss.BINARY_CROSS_ENTROPY),
        Optional.empty(),
        Optional.empty(),
        training.epochs(),
        training.bestEpoch(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        PredictedBy.nobody(),
        Optional.empty(),
        List.of(),
        0,
        List.of(),
        Optional.empty(),
        MemoryPeaks.UNKNOWN);
  }
}
