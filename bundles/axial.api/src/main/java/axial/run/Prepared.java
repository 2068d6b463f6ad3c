package axial.run;

import axial.data.Dataset;
import axial.data.Duplicates;
import axial.data.Sample;
import axial.data.Shares;
import axial.data.Split;
import java.util.List;
import java.util.Optional;

/**
 * Data that a run could be made with.
 *
 * @param dataset without what is frozen in hold-outs, which stands among what it left out
 * @param duplicates groups and pairs of its samples; with the protocol notebook the groups are the
 *     copies inside one part
 * @param removed the samples that were taken out as duplicates
 * @param split the parts
 * @param leaks the certificate of the split
 * @param wanted the shares that the splitter aimed at, if it says so
 * @param notes extensions that failed and were set aside, one sentence each
 */
public record Prepared(
    Dataset dataset,
    Duplicates duplicates,
    List<Sample> removed,
    Split split,
    LeakCertificate leaks,
    Optional<Shares> wanted,
    List<String> notes) {

  /** Copies the lists. */
  public Prepared {
    removed = List.copyOf(removed);
    notes = List.copyOf(notes);
  }
}
