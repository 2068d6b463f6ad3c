package axial.run.events;

import axial.run.RunEvent;
import axial.run.RunListener;
import axial.run.extensions.Names;
import java.lang.System.Logger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Gives the events of all runs to all listener services. */
@Component(service = EventHub.class)
public final class EventHub {

  private static final Logger LOG = System.getLogger(EventHub.class.getName());

  private final Map<RunListener, ListenerQueue> queues = new ConcurrentHashMap<>();

  /** Hands an event on; returns at once. */
  public void publish(RunEvent event) {
    queues.values().forEach(queue -> queue.add(event));
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "remove")
  void add(RunListener listener) {
    queues.put(
        listener,
        new ListenerQueue(
            listener,
            failure -> {
              queues.remove(listener);
              LOG.log(
                  Logger.Level.WARNING,
                  "A run listener of bundle {0} failed and was set aside: {1}",
                  Names.bundleOf(listener),
                  Names.of(failure));
            }));
  }

  void remove(RunListener listener) {
    ListenerQueue queue = queues.remove(listener);
    if (queue != null) {
      queue.close();
    }
  }

  @Deactivate
  void stop() {
    queues.values().forEach(ListenerQueue::close);
    queues.clear();
  }
}
