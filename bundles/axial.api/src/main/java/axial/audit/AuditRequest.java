package axial.audit;

import axial.data.Dataset;
import axial.job.Choice;
import java.util.Optional;

/**
 * What is to be audited.
 *
 * @param data the audited data set
 * @param against another one that shares its classes and must not share its pictures, such as the
 *     training folder beside a test folder
 * @param finder the duplicate finder, with settings that differ from its defaults
 * @param seed where the random order of the cross-validation comes from
 */
public record AuditRequest(Dataset data, Optional<Dataset> against, Choice finder, long seed) {}
