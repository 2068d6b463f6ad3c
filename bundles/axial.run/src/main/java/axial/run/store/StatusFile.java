package axial.run.store;

import axial.run.MemoryPeaks;
import axial.run.RunRecord;
import java.util.List;
import java.util.Objects;

/**
 * {@code status.json}: how the run stands.
 *
 * @param created ISO 8601, UTC
 * @param problem why it failed; empty otherwise
 * @param failures extensions that were set aside, one sentence each
 * @param memory the most that the run needed
 */
record StatusFile(
    RunRecord.Status status,
    String created,
    String problem,
    List<String> failures,
    MemoryPeaks memory) {

  /** Takes memory that is missing, as in a run of before it was kept, for unknown. */
  StatusFile {
    memory = Objects.requireNonNullElse(memory, MemoryPeaks.UNKNOWN);
  }
}
