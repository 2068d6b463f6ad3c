package axial.run;

import axial.data.Dataset;
import axial.data.DistinctSamples;
import axial.data.Duplicates;

/**
 * A data set whose duplicates are known.
 *
 * @param dataset without what is frozen in hold-outs, which stands among what it left out
 * @param duplicates groups and pairs of its samples
 * @param distinct what stays of it and what goes
 */
public record Deduplicated(Dataset dataset, Duplicates duplicates, DistinctSamples distinct) {}
