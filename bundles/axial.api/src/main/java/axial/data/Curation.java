package axial.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person changed of a data set by hand: samples that are excluded, samples of another class,
 * which sample of a group of duplicates stays, and which look-alikes are no duplicates. Immutable;
 * a change gives a new curation, so that the former one undoes it.
 *
 * <p>An edit is about a content id. Where several samples have that content and one of them has the
 * edit's source, it is about that one alone, else about all of them; so a moved or copied picture
 * takes its edits along, and one of several exact copies can be told from the others.
 *
 * @param edits in the order in which they were made; at most one of each action for each content id
 *     and source, and of {@link Action#DISTINCT} for each label besides
 */
public record Curation(List<Edit> edits) {

  /**
   * Key of the text setting of a {@link DatasetSource} that applies a curation: the path of a file
   * of {@link Curations}; empty for none.
   */
  public static final String SETTING = "edits";

  /** What can be done to a sample. */
  public enum Action {
    /** It is left out. */
    EXCLUDE,
    /** It gets another class. */
    RELABEL,
    /** It stays of its group of duplicates, whatever class the others have. */
    KEEP,
    /**
     * It is another picture than the one whose content id is the label, however alike they look.
     */
    DISTINCT
  }

  /**
   * One change.
   *
   * @param id content id of the sample
   * @param source where it was when the change was made
   * @param label name of the new class for {@link Action#RELABEL}, content id of the other picture
   *     for {@link Action#DISTINCT}, else empty
   * @param reason why, in the words of whoever changed it; may be empty
   */
  public record Edit(String id, String source, Action action, String label, String reason) {

    /** Checks that there is a label exactly where one is needed. */
    public Edit {
      boolean labelled = action == Action.RELABEL || action == Action.DISTINCT;
      if (id.isBlank() || source.isBlank() || label.isBlank() == labelled) {
        throw new IllegalArgumentException(
            "An edit needs an id, a source, and a label if it relabels or tells apart; these are \"%s\", \"%s\", %s, \"%s\"."
                .formatted(id, source, action, label));
      }
      if (action == Action.DISTINCT && label.equals(id)) {
        throw new IllegalArgumentException("The same pixels are the same picture.");
      }
    }

    private Edit(Sample sample, Action action, String label, String reason) {
      this(sample.id(), sample.source(), action, label, reason);
    }

    /** What may be there once. */
    private List<Object> key() {
      return List.of(id, source, action, action == Action.DISTINCT ? label : "");
    }
  }

  /** Copies the list and checks that no edit is there twice. */
  public Curation {
    edits = List.copyOf(edits);
    if (edits.stream().map(Edit::key).distinct().count() < edits.size()) {
      throw new IllegalArgumentException("Two edits do the same to one sample.");
    }
  }

  /** No change. */
  public static Curation none() {
    return new Curation(List.of());
  }

  /** With this edit, at the end; it replaces one of its action for its sample. */
  public Curation with(Edit edit) {
    List<Edit> changed = new ArrayList<>(edits);
    changed.removeIf(other -> other.key().equals(edit.key()));
    changed.add(edit);
    return new Curation(changed);
  }

  /** With a sample excluded. */
  public Curation withExcluded(Sample sample, String reason) {
    return with(new Edit(sample, Action.EXCLUDE, "", reason));
  }

  /** With a sample in the class of that name. */
  public Curation withLabel(Sample sample, String label, String reason) {
    return with(new Edit(sample, Action.RELABEL, label, reason));
  }

  /** With a sample that stays of its group of duplicates, and no other of the group. */
  public Curation withKept(Sample sample, DuplicateGroup group, String reason) {
    Curation others = this;
    for (Sample member : group.samples()) {
      others = others.without(member, Action.KEEP);
    }
    return others.with(new Edit(sample, Action.KEEP, "", reason));
  }

  /**
   * With a sample told apart from others; of its own pixels it cannot be.
   *
   * @param others samples that look like it
   */
  public Curation withDistinct(Sample sample, Collection<Sample> others, String reason) {
    Set<Distinction> there = distinctions();
    Curation changed = this;
    for (String other : others.stream().map(Sample::id).distinct().toList()) {
      if (!other.equals(sample.id()) && there.add(new Distinction(sample.id(), other))) {
        changed = changed.with(new Edit(sample, Action.DISTINCT, other, reason));
      }
    }
    return changed;
  }

  /** With two contents no longer told apart. */
  public Curation without(Distinction distinction) {
    return new Curation(
        edits.stream()
            .filter(
                e ->
                    e.action() != Action.DISTINCT
                        || !distinction.equals(new Distinction(e.id(), e.label())))
            .toList());
  }

  /** What is told apart; a set of the caller's own. */
  public Set<Distinction> distinctions() {
    Set<Distinction> all = new HashSet<>();
    for (Edit edit : edits) {
      if (edit.action() == Action.DISTINCT) {
        all.add(new Distinction(edit.id(), edit.label()));
      }
    }
    return all;
  }

  /** Without what was done so to a sample. */
  public Curation without(Sample sample, Action action) {
    return new Curation(
        edits.stream()
            .filter(
                e ->
                    !(e.id().equals(sample.id())
                        && e.source().equals(sample.source())
                        && e.action() == action))
            .toList());
  }

  /** What was done so to the sample of that content id and source. */
  public Optional<Edit> edit(Sample sample, Action action) {
    return edits.stream()
        .filter(e -> e.id().equals(sample.id()) && e.source().equals(sample.source()))
        .filter(e -> e.action() == action)
        .findFirst();
  }
}
