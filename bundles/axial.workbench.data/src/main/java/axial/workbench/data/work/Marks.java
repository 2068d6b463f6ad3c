package axial.workbench.data.work;

import axial.data.Curation;
import axial.data.Distinction;
import axial.data.Sample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a curation says about the samples of some data, for quick look-up. Immutable.
 *
 * @param excluded sources of excluded samples
 * @param labels classes by source, of relabelled samples
 * @param kept sources of samples that stay of their group of duplicates
 * @param distinct contents that look alike and are different pictures
 */
public record Marks(
    Set<String> excluded,
    Map<String, Integer> labels,
    Set<String> kept,
    Set<Distinction> distinct) {

  /** No marks. */
  public static final Marks NONE = new Marks(Set.of(), Map.of(), Set.of(), Set.of());

  private record Key(String id, String source, Curation.Action action, String other) {
    static Key of(Curation.Edit edit) {
      boolean telling = edit.action() == Curation.Action.DISTINCT;
      return new Key(edit.id(), edit.source(), edit.action(), telling ? edit.label() : "");
    }
  }

  /** What a curation says about these data. */
  public static Marks of(Found found, Curation curation) {
    Set<String> excluded = new HashSet<>();
    Map<String, Integer> labels = new HashMap<>();
    Set<String> kept = new HashSet<>();
    for (Curation.Edit edit : curation.edits()) {
      for (Sample sample : meant(found, edit)) {
        switch (edit.action()) {
          case EXCLUDE -> excluded.add(sample.source());
          case KEEP -> kept.add(sample.source());
          case DISTINCT -> {} // about contents, see below
          case RELABEL -> {
            int label = found.dataset().labels().names().indexOf(edit.label());
            if (label >= 0) {
              labels.put(sample.source(), label);
            }
          }
        }
      }
    }
    return new Marks(excluded, labels, kept, curation.distinctions());
  }

  /** The class of a sample after the edits. */
  public int label(Sample sample) {
    return labels.getOrDefault(sample.source(), sample.label());
  }

  /** Whether a sample is excluded. */
  public boolean excluded(Sample sample) {
    return excluded.contains(sample.source());
  }

  /** A curation that also excludes these samples. */
  static Curation excluding(Curation curation, Collection<Sample> samples, String reason) {
    return adding(
        curation, samples.stream().map(s -> edit(s, Curation.Action.EXCLUDE, "", reason)).toList());
  }

  /** A curation in which these samples have a class; no edit where it is the one that was found. */
  static Curation relabelling(Found found, Curation curation, Collection<Sample> samples, int to) {
    Curation without = removing(found, curation, samples, Curation.Action.RELABEL);
    String name = found.dataset().labels().name(to);
    return adding(
        without,
        samples.stream()
            .filter(s -> s.label() != to)
            .map(s -> edit(s, Curation.Action.RELABEL, name, ""))
            .toList());
  }

  /** A curation that no longer does so to these samples. */
  static Curation removing(
      Found found, Curation curation, Collection<Sample> samples, Curation.Action action) {
    Set<Sample> gone = new HashSet<>(samples);
    return new Curation(
        curation.edits().stream()
            .filter(e -> e.action() != action || meant(found, e).stream().noneMatch(gone::contains))
            .toList());
  }

  /** A curation in which each of some is another picture than each of the others, or is not. */
  static Curation tellingApart(
      Curation curation, Collection<Sample> some, Collection<Sample> others, boolean apart) {
    Curation after = curation;
    for (Sample sample : some) {
      if (apart) {
        after = after.withDistinct(sample, others, "Told apart in review.");
      } else {
        for (Sample other : others) {
          after =
              other.id().equals(sample.id())
                  ? after
                  : after.without(new Distinction(sample.id(), other.id()));
        }
      }
    }
    return after;
  }

  private static Curation.Edit edit(
      Sample sample, Curation.Action action, String label, String reason) {
    return new Curation.Edit(sample.id(), sample.source(), action, label, reason);
  }

  private static Curation adding(Curation curation, List<Curation.Edit> edits) {
    Map<Key, Curation.Edit> all = new LinkedHashMap<>();
    List<Curation.Edit> joined = new ArrayList<>(curation.edits());
    joined.addAll(edits);
    joined.forEach(e -> all.put(Key.of(e), e));
    return new Curation(List.copyOf(all.values()));
  }

  private static List<Sample> meant(Found found, Curation.Edit edit) {
    List<Sample> same = found.byContent().getOrDefault(edit.id(), List.of());
    List<Sample> one = same.stream().filter(s -> s.source().equals(edit.source())).toList();
    return one.isEmpty() ? same : one;
  }
}
