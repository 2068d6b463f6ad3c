package axial.run.store;

import axial.run.RunRecord;
import java.util.List;

/**
 * {@code status.json}: how the run stands.
 *
 * @param created ISO 8601, UTC
 * @param problem why it failed; empty otherwise
 * @param failures extensions that were set aside, one sentence each
 */
record StatusFile(RunRecord.Status status, String created, String problem, List<String> failures) {}
