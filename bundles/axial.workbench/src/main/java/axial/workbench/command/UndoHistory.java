package axial.workbench.command;

import axial.view.Change;
import axial.workbench.share.Scope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What was done and can be taken back. Only on the event dispatch thread. */
public final class UndoHistory {

  private static final int MOST = 500;

  private final Deque<Owned> undo = new ArrayDeque<>();
  private final Deque<Owned> redo = new ArrayDeque<>();

  private record Owned(Change change, Scope scope) {}

  /** An empty history. */
  public UndoHistory() {}

  /** Records a change of a part; when the part is closed it can no longer be taken back. */
  public void done(Change change, Scope scope) {
    Owned owned = new Owned(change, scope);
    undo.push(owned);
    redo.clear();
    if (undo.size() > MOST) {
      undo.removeLast();
    }
    scope.atEnd(
        () -> {
          undo.remove(owned);
          redo.remove(owned);
        });
  }

  /** What {@link #undo} would take back. */
  public Optional<String> undoable() {
    return Optional.ofNullable(undo.peek()).map(owned -> owned.change().title());
  }

  /** What {@link #redo} would do again. */
  public Optional<String> redoable() {
    return Optional.ofNullable(redo.peek()).map(owned -> owned.change().title());
  }

  /** Takes the last change back and says which. */
  public Optional<String> undo() {
    Owned last = undo.poll();
    if (last == null) {
      return Optional.empty();
    }
    last.change().undo().run();
    redo.push(last);
    return Optional.of(last.change().title());
  }

  /** Does the last change that was taken back again and says which. */
  public Optional<String> redo() {
    Owned last = redo.poll();
    if (last == null) {
      return Optional.empty();
    }
    last.change().redo().run();
    undo.push(last);
    return Optional.of(last.change().title());
  }
}
