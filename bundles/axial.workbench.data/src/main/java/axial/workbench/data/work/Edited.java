package axial.workbench.data.work;

import axial.data.Curation;

/** A curation with what it says about the samples of some data. Immutable. */
record Edited(Curation curation, Marks marks) {

  /** No edit. */
  static final Edited NOTHING = new Edited(Curation.none(), Marks.NONE);

  /** Makes another curation of one. */
  interface Change {
    /** The curation after it; the same when nothing changes. On any thread. */
    Curation of(Found data, Curation now);
  }

  /** A curation and its marks; takes some time for many edits. */
  static Edited of(Found data, Curation curation) {
    return curation.edits().isEmpty() ? NOTHING : new Edited(curation, Marks.of(data, curation));
  }

  /** This after a change; this very one where nothing changes. */
  Edited with(Found data, Change change) {
    Curation after = change.of(data, curation);
    return after.equals(curation) ? this : of(data, after);
  }
}
