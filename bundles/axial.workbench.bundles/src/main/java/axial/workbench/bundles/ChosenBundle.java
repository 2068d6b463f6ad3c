package axial.workbench.bundles;

import axial.view.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;

/** The bundle that is chosen in the list, for the view beside it. On the event dispatch thread. */
@Component(service = ChosenBundle.class)
public final class ChosenBundle {

  private final List<Consumer<Optional<BundleRow>>> listeners = new ArrayList<>();
  private Optional<BundleRow> chosen = Optional.empty();

  Optional<BundleRow> get() {
    return chosen;
  }

  void set(Optional<BundleRow> changed) {
    if (!changed.equals(chosen)) {
      chosen = changed;
      List.copyOf(listeners).forEach(listener -> listener.accept(changed));
    }
  }

  /** Tells the value now and after each change. */
  Subscription watch(Consumer<Optional<BundleRow>> listener) {
    listeners.add(listener);
    listener.accept(chosen);
    return () -> listeners.remove(listener);
  }
}
