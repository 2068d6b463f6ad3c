package axial.workbench.evaluation;

import axial.data.Split;
import axial.view.Subscription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;

/**
 * The cell of the confusion matrix whose pictures are looked at, shared by the views of this
 * bundle. Only on the event dispatch thread.
 */
@Component(service = CellSelection.class)
public final class CellSelection {

  private final List<Consumer<Optional<Cell>>> watchers = new ArrayList<>();
  private Optional<Cell> cell = Optional.empty();

  /**
   * A cell.
   *
   * @param run whose matrix it is in
   * @param part whose images were predicted
   * @param truth the true class
   * @param called the class that the network decided for
   */
  record Cell(Path run, Split.Part part, int truth, int called) {}

  void choose(Cell chosen) {
    cell = Optional.of(chosen);
    List.copyOf(watchers).forEach(watcher -> watcher.accept(cell));
  }

  /** The chosen cell of that run. */
  Optional<Cell> of(Path run) {
    return cell.filter(chosen -> chosen.run().equals(run));
  }

  Subscription watch(Consumer<Optional<Cell>> watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }
}
