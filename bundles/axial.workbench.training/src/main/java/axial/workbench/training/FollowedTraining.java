package axial.workbench.training;

import axial.view.Subscription;
import axial.view.run.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The training that the views of this bundle follow. Only on the event dispatch thread. */
@Component(service = FollowedTraining.class)
public final class FollowedTraining {

  private final List<Consumer<? super Optional<Training>>> listeners = new ArrayList<>();
  private Optional<Training> followed = Optional.empty();
  private Optional<Training> passedOver = Optional.empty();

  /** The training; empty while there is none. */
  Optional<Training> get() {
    return followed;
  }

  /** Follows the one that the user picked, until it ends and another one begins. */
  void pick(Training training, List<Training> all) {
    passedOver = active(all).filter(one -> one != training);
    follow(training);
  }

  /**
   * Goes on to the training that runs, or is about to, when the one that was followed has ended.
   * One that is listed is still queued; it begins right after when no other runs.
   */
  void consider(List<Training> all) {
    boolean ended = followed.map(FollowedTraining::hasEnded).orElse(true);
    Optional<Training> next =
        active(all).or(() -> queued(all)).filter(one -> !passedOver.equals(Optional.of(one)));
    if (ended && next.isPresent()) {
      passedOver = Optional.empty();
      follow(next.get());
    } else if (followed.isEmpty() && !all.isEmpty()) {
      follow(all.get(all.size() - 1));
    }
  }

  private static Optional<Training> active(List<Training> all) {
    return all.stream().filter(t -> !hasEnded(t) && t.state() != Training.State.QUEUED).findFirst();
  }

  private static Optional<Training> queued(List<Training> all) {
    return all.stream().filter(t -> t.state() == Training.State.QUEUED).findFirst();
  }

  static boolean hasEnded(Training training) {
    return switch (training.state()) {
      case DONE, STOPPED, FAILED -> true;
      case QUEUED, RUNNING, PAUSED, STOPPING -> false;
    };
  }

  private void follow(Training training) {
    if (followed.isEmpty() || followed.get() != training) {
      followed = Optional.of(training);
      List.copyOf(listeners).forEach(listener -> listener.accept(followed));
    }
  }

  /** Tells the training now and after each change. */
  Subscription watch(Consumer<? super Optional<Training>> listener) {
    listeners.add(listener);
    listener.accept(followed);
    return () -> listeners.remove(listener);
  }

  /** Lets go of everything. */
  @Deactivate
  void leave() {
    listeners.clear();
    followed = Optional.empty();
  }
}
