package axial.run;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears the events of all runs; register it as a service. Each listener has a bounded queue and a
 * thread of its own: a slow one loses {@link RunEvent.BatchDone} events, never others, and one that
 * throws is set aside and reported.
 */
@ConsumerType
public interface RunListener {

  /** An event happened; events of one run come in order. */
  void on(RunEvent event);
}
