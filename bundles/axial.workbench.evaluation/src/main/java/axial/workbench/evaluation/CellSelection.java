package axial.workbench.evaluation;

import axial.view.Subscription;
import axial.view.run.CellPictures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;

/**
 * The cell of the confusion matrix whose pictures are looked at, shared by the views of this bundle
 * and offered to others. Only on the event dispatch thread.
 */
@Component(service = {CellSelection.class, CellPictures.class})
public final class CellSelection implements CellPictures {

  private final List<Consumer<Optional<Cell>>> watchers = new ArrayList<>();
  private Optional<Cell> cell = Optional.empty();

  @Override
  public String view() {
    return "evaluation.cases";
  }

  @Override
  public void show(Cell chosen) {
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
