package axial.workbench.training.hint;

import java.util.Optional;

/** Recognises one thing in the course of a training. Any thread; returns at once. */
public interface Rule {

  /** What it has to say; nothing when all is well. */
  Optional<Hint> look(Seen seen);
}
