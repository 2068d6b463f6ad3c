package axial.audit;

import axial.data.Duplicates;
import axial.data.Labels;
import axial.data.PixelReader;
import axial.data.Sample;
import axial.job.Choice;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an audit found.
 *
 * @param labels the classes of both parts together
 * @param data the audited part
 * @param against the other part
 * @param finder the duplicate finder, with all its settings
 * @param seed what the random order came from
 * @param twins groups and pairs in both parts together
 * @param memory what plain memory scores; empty where nothing could be asked
 * @param shortcuts what properties of the files tell, in the audited part
 * @param findings the summary, the most important first
 * @param pixels reads the pictures of both parts
 */
public record Audit(
    Labels labels,
    AuditedPart data,
    Optional<AuditedPart> against,
    Choice finder,
    long seed,
    Duplicates twins,
    List<MemoryScore> memory,
    List<Shortcut> shortcuts,
    List<Finding> findings,
    PixelReader pixels) {

  /** Copies the lists. */
  public Audit {
    memory = List.copyOf(memory);
    shortcuts = List.copyOf(shortcuts);
    findings = List.copyOf(findings);
  }

  /** The audited part, then the other one if there is one. */
  public List<AuditedPart> parts() {
    return against.map(other -> List.of(data, other)).orElse(List.of(data));
  }

  /** The samples of the other part; empty when there is none. */
  public Set<Sample> otherSamples() {
    return against.<Set<Sample>>map(other -> new HashSet<>(other.samples())).orElse(Set.of());
  }
}
