package axial.workbench.model;

import axial.data.Augmenter;
import axial.data.Standardizer;
import axial.model.ModelFactory;
import axial.train.LearningRateSchedule;
import axial.view.Subscription;
import java.awt.EventQueue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.Timer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Says on the event dispatch thread that extensions have come or gone, a moment after the last of
 * several, when the registry of extensions knows of them as well. It uses none of them.
 */
@Component(service = ExtensionSignal.class)
public final class ExtensionSignal {

  private static final int MOMENT = 150;

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final AtomicBoolean left = new AtomicBoolean();
  private final Timer timer = new Timer(MOMENT, event -> listeners.forEach(Runnable::run));

  /** A signal that nobody hears yet. */
  public ExtensionSignal() {
    timer.setRepeats(false);
  }

  /** A model has come. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      service = ModelFactory.class)
  void addModel(Map<String, Object> properties) {
    changed();
  }

  /** A model has gone. */
  void removeModel(Map<String, Object> properties) {
    changed();
  }

  /** A schedule has come. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      service = LearningRateSchedule.class)
  void addSchedule(Map<String, Object> properties) {
    changed();
  }

  /** A schedule has gone. */
  void removeSchedule(Map<String, Object> properties) {
    changed();
  }

  /** An augmenter has come. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      service = Augmenter.class)
  void addAugmenter(Map<String, Object> properties) {
    changed();
  }

  /** An augmenter has gone. */
  void removeAugmenter(Map<String, Object> properties) {
    changed();
  }

  /** A standardizer has come. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      service = Standardizer.class)
  void addStandardizer(Map<String, Object> properties) {
    changed();
  }

  /** A standardizer has gone. */
  void removeStandardizer(Map<String, Object> properties) {
    changed();
  }

  private void changed() {
    if (!listeners.isEmpty()) {
      EventQueue.invokeLater(
          () -> {
            if (!left.get()) {
              timer.restart();
            }
          });
    }
  }

  /** Calls a listener when extensions have come or gone, on the event dispatch thread. */
  Subscription watch(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Stops the timer. */
  @Deactivate
  void leave() {
    left.set(true);
    listeners.clear();
    timer.stop();
  }
}
