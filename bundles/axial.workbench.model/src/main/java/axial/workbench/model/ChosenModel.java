package axial.workbench.model;

import axial.run.RunRequest;
import axial.view.Change;
import axial.view.Desk;
import axial.view.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The model that the views of this bundle are about. Only on the event dispatch thread. */
@Component(service = ChosenModel.class)
public final class ChosenModel {

  private final List<Consumer<? super String>> listeners = new ArrayList<>();
  private String id = RunRequest.DEFAULT_MODEL;

  /** Its id; the model itself may not be there. */
  String get() {
    return id;
  }

  /** Chooses another, as an edit that can be undone. */
  void choose(String model, Desk desk) {
    String before = id;
    if (!model.equals(before)) {
      choose(model);
      desk.done(new Change("Choose the model " + model, () -> choose(before), () -> choose(model)));
    }
  }

  void choose(String model) {
    if (!model.equals(id)) {
      id = model;
      List.copyOf(listeners).forEach(listener -> listener.accept(model));
    }
  }

  /** Tells each change. */
  Subscription watch(Consumer<? super String> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Lets go of everything. */
  @Deactivate
  void leave() {
    listeners.clear();
  }
}
