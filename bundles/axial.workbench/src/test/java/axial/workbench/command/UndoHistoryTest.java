package axial.workbench.command;

import static org.assertj.core.api.Assertions.assertThat;

import axial.view.Change;
import axial.workbench.share.Scope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoHistoryTest {

  private final UndoHistory history = new UndoHistory();
  private final Scope scope = new Scope();
  private final List<String> said = new ArrayList<>();

  private Change change(String name) {
    return new Change(name, () -> said.add("undo " + name), () -> said.add("redo " + name));
  }

  @Test
  void changesAreTakenBackTheLastFirstAndDoneAgain() {
    history.done(change("a"), scope);
    history.done(change("b"), scope);
    assertThat(history.undoable()).contains("b");
    history.undo();
    history.undo();
    assertThat(history.undo()).isEmpty();
    assertThat(history.redo()).contains("a");
    assertThat(said).containsExactly("undo b", "undo a", "redo a");
    assertThat(history.redoable()).contains("b");
  }

  @Test
  void aNewChangeEndsWhatCouldBeDoneAgain() {
    history.done(change("a"), scope);
    history.undo();
    history.done(change("b"), scope);
    assertThat(history.redoable()).isEmpty();
    assertThat(history.undoable()).contains("b");
  }

  @Test
  void theChangesOfAClosedPartAreForgottenAndOthersStay() {
    Scope other = new Scope();
    history.done(change("a"), other);
    history.done(change("b"), scope);
    scope.close();
    assertThat(history.undoable()).contains("a");
  }
}
