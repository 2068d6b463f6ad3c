package axial.audit;

import axial.data.LeftOut;
import axial.data.Sample;
import java.util.List;

/**
 * A data set that was looked at.
 *
 * @param name short name for a person, different from that of the other part
 * @param address what would open it again
 * @param samples its samples; in an audit of two parts their sources begin with the part's name
 * @param leftOut what its source found and did not take
 * @param notes what its source says, one sentence each
 * @param counts one for each class, in the order of the labels
 * @param twins the samples that have an exact or near twin in the other part; empty when there is
 *     no other
 */
public record AuditedPart(
    String name,
    String address,
    List<Sample> samples,
    List<LeftOut> leftOut,
    List<String> notes,
    List<ClassCount> counts,
    List<Sample> twins) {

  /** Copies the lists. */
  public AuditedPart {
    samples = List.copyOf(samples);
    leftOut = List.copyOf(leftOut);
    notes = List.copyOf(notes);
    counts = List.copyOf(counts);
    twins = List.copyOf(twins);
  }

  /** The counts of all classes together. */
  public ClassCount total() {
    return counts.stream().reduce(ClassCount.none(), ClassCount::plus);
  }
}
