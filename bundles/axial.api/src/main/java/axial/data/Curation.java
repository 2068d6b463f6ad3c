package axial.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person changed of a data set by hand: samples that are excluded, samples of another class,
 * and which sample of a group of duplicates stays. Immutable; a change gives a new curation, so
 * that the former one undoes it.
 *
 * <p>An edit is about a content id. Where several samples have that content and one of them has the
 * edit's source, it is about that one alone, else about all of them; so a moved or copied picture
 * takes its edits along, and one of several exact copies can be told from the others.
 *
 * @param edits in the order in which they were made; at most one of each action for each content id
 *     and source
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
    KEEP
  }

  /**
   * One change.
   *
   * @param id content id of the sample
   * @param source where it was when the change was made
   * @param label name of the new class; empty but for {@link Action#RELABEL}
   * @param reason why, in the words of whoever changed it; may be empty
   */
  public record Edit(String id, String source, Action action, String label, String reason) {

    /** Checks that there is a label exactly where one is needed. */
    public Edit {
      if (id.isBlank() || source.isBlank() || label.isBlank() == (action == Action.RELABEL)) {
        throw new IllegalArgumentException(
            "An edit needs an id, a source, and a label if it relabels; these are \"%s\", \"%s\", %s, \"%s\"."
                .formatted(id, source, action, label));
      }
    }

    private boolean replaces(Edit other) {
      return id.equals(other.id) && source.equals(other.source) && action == other.action;
    }
  }

  /** Copies the list and checks that no edit is there twice. */
  public Curation {
    edits = List.copyOf(edits);
    if (edits.stream().map(e -> List.of(e.id(), e.source(), e.action())).distinct().count()
        < edits.size()) {
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
    changed.removeIf(edit::replaces);
    changed.add(edit);
    return new Curation(changed);
  }

  /** With a sample excluded. */
  public Curation withExcluded(Sample sample, String reason) {
    return with(new Edit(sample.id(), sample.source(), Action.EXCLUDE, "", reason));
  }

  /** With a sample in the class of that name. */
  public Curation withLabel(Sample sample, String label, String reason) {
    return with(new Edit(sample.id(), sample.source(), Action.RELABEL, label, reason));
  }

  /** With a sample that stays of its group of duplicates, and no other of the group. */
  public Curation withKept(Sample sample, DuplicateGroup group, String reason) {
    Curation others = this;
    for (Sample member : group.samples()) {
      others = others.without(member, Action.KEEP);
    }
    return others.with(new Edit(sample.id(), sample.source(), Action.KEEP, "", reason));
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
