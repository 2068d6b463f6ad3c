package axial.view;

/** A listener that is told until this is cancelled. Only on the event dispatch thread. */
public interface Subscription {

  /** Tells it no more; has no effect when called again. */
  void cancel();
}
