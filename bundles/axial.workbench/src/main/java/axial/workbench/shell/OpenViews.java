package axial.workbench.shell;

import axial.view.Command;
import axial.view.Part;
import axial.view.Perspective;
import axial.view.View;
import axial.workbench.dock.Layouts;
import axial.workbench.dock.Slot;
import axial.workbench.share.Scope;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JFrame;

/**
 * The views of the window. Those of other perspectives than the present one are opened one after
 * another while nothing else happens. Only on the event dispatch thread.
 */
final class OpenViews {

  private final JFrame frame;
  private final Layouts layouts;
  private final Office office;
  private final Scope scope;
  private final Consumer<Slot.Failure> failed;
  private final List<View> waiting = new ArrayList<>();

  /**
   * No views yet.
   *
   * @param scope ends with the window
   * @param failed hears of views that cannot be opened or that throw
   */
  OpenViews(
      JFrame frame, Layouts layouts, Office office, Scope scope, Consumer<Slot.Failure> failed) {
    this.frame = frame;
    this.layouts = layouts;
    this.office = office;
    this.scope = scope;
    this.failed = failed;
  }

  /** Takes a view in; its place is made when it is not there yet. */
  void add(View view) {
    waiting.removeIf(other -> other.id().equals(view.id()));
    if (layouts.slot(view.id()).isEmpty()) {
      Slot made = new Slot(view.id(), view.title(), failed);
      layouts.add(made, view.perspective(), view.place(), view.order());
      String id = view.id(); // the command stays when the view leaves, so it must not hold it
      office
          .commands()
          .add(
              Command.of(
                  "window.view." + id,
                  "Show " + view.title() + " (" + view.perspective().title() + ")",
                  () -> office.screen().reveal(id)),
              scope);
    }
    if (frame.isVisible() && view.perspective() == layouts.current()) {
      fill(view);
    } else {
      waiting.add(view);
      EventQueue.invokeLater(this::fillNext);
    }
  }

  /** Lets a view go; its place stays as a gap. */
  void remove(String view) {
    waiting.removeIf(other -> other.id().equals(view));
    layouts.slot(view).ifPresent(Slot::empty);
  }

  /** Opens the views of a perspective at once. */
  void openAll(Perspective perspective) {
    hurry(perspective);
    waiting.stream()
        .filter(view -> view.perspective() == perspective)
        .toList()
        .forEach(this::fillNow);
  }

  /** Opens the views that wait, each in an event of its own. */
  void openOthers() {
    waiting.forEach(view -> EventQueue.invokeLater(this::fillNext));
  }

  /** Opens a view at once if it waits. */
  void openNow(String view) {
    waiting.stream().filter(one -> one.id().equals(view)).findFirst().ifPresent(this::fillNow);
  }

  /** Lets the waiting views of a perspective come before the others. */
  void hurry(Perspective perspective) {
    waiting.sort(Comparator.comparing(view -> view.perspective() != perspective));
  }

  private void fillNext() {
    if (frame.isVisible() && !waiting.isEmpty()) {
      fill(waiting.remove(0));
    }
  }

  private void fillNow(View view) {
    waiting.remove(view);
    fill(view);
  }

  private void fill(View view) {
    Slot slot = layouts.slot(view.id()).orElseThrow();
    PartScope parts = new PartScope();
    slot.fill(view.title(), () -> open(view, slot, parts.begin()), parts::end);
  }

  private Part open(View view, Slot slot, Scope of) {
    return view.open(new PartDesk(office, of, slot.state()));
  }

  /** The scope of a slot's present part. */
  private static final class PartScope {
    private Scope now = new Scope();

    Scope begin() {
      now.close();
      now = new Scope();
      return now;
    }

    void end() {
      now.close();
    }
  }
}
