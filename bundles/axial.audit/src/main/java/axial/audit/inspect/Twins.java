package axial.audit.inspect;

import axial.audit.AuditedPart;
import axial.audit.ClassCount;
import axial.data.Dataset;
import axial.data.DistinctSamples;
import axial.data.DuplicateGroup;
import axial.data.Duplicates;
import axial.data.Sample;
import axial.data.SimilarPair;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What groups and pairs mean for each part. */
record Twins(JointData joint, Duplicates found) {

  /** The groups as far as they are inside a part. */
  List<DuplicateGroup> within(Dataset part) {
    Set<Sample> own = new HashSet<>(part.samples());
    List<DuplicateGroup> within = new ArrayList<>();
    for (DuplicateGroup group : found.groups()) {
      List<Sample> members = group.samples().stream().filter(own::contains).toList();
      if (members.size() > 1) {
        within.add(new DuplicateGroup(members));
      }
    }
    return within;
  }

  /** A part without its own surplus twins. */
  DistinctSamples distinct(Dataset part) {
    return DistinctSamples.of(part, within(part));
  }

  /** The samples of the audited part that have an exact or near twin in the other part. */
  Set<Sample> acrossParts() {
    return joint.against().map(other -> twinsIn(joint.data(), other)).orElse(Set.of());
  }

  /**
   * The samples of one part that have a twin in another. Pairs name one sample of each content, so
   * contents are compared, not samples.
   */
  private Set<Sample> twinsIn(Dataset part, Dataset other) {
    Set<String> there =
        other.samples().stream().map(Sample::id).collect(Collectors.toCollection(HashSet::new));
    Set<String> marked = new HashSet<>(there);
    for (DuplicateGroup group : found.groups()) {
      if (group.samples().stream().anyMatch(sample -> there.contains(sample.id()))) {
        group.samples().forEach(sample -> marked.add(sample.id()));
      }
    }
    for (SimilarPair pair : found.pairs()) {
      if (pair.kind().duplicates()) {
        if (there.contains(pair.first().id())) {
          marked.add(pair.second().id());
        }
        if (there.contains(pair.second().id())) {
          marked.add(pair.first().id());
        }
      }
    }
    return part.samples().stream()
        .filter(sample -> marked.contains(sample.id()))
        .collect(Collectors.toSet());
  }

  /** A part with its counts. */
  AuditedPart describe(Dataset part) {
    List<Sample> kept = distinct(part).samples();
    Set<Sample> twins =
        joint
            .against()
            .map(other -> twinsIn(part, part == other ? joint.data() : other))
            .orElse(Set.of());
    List<ClassCount> counts = new ArrayList<>();
    for (int label = 0; label < part.labels().count(); label++) {
      List<Sample> own = ofClass(part.samples(), label);
      counts.add(
          new ClassCount(
              own.size(),
              (int) own.stream().map(Sample::id).distinct().count(),
              ofClass(kept, label).size(),
              (int) own.stream().filter(twins::contains).count()));
    }
    return new AuditedPart(
        part.name(),
        part.address(),
        part.samples(),
        part.leftOut(),
        part.notes(),
        counts,
        part.samples().stream().filter(twins::contains).toList());
  }

  private static List<Sample> ofClass(List<Sample> samples, int label) {
    return samples.stream().filter(sample -> sample.label() == label).toList();
  }
}
