package axial.workbench.bundles;

import axial.view.Subscription;
import axial.view.run.Training;
import axial.view.run.Trainings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells when a training begins or ends, of which trainings report far more often. Only on the event
 * dispatch thread.
 */
final class TrainingStates {

  private final Map<Training, Subscription> watched = new HashMap<>();
  private final Map<Training, Boolean> working = new HashMap<>();
  private final Runnable changed;

  TrainingStates(Trainings trainings, Runnable changed) {
    this.changed = changed;
    trainings.all().watch(this::watch);
  }

  private void watch(List<Training> all) {
    List<Training> left = new ArrayList<>(watched.keySet());
    left.removeAll(all);
    for (Training gone : left) {
      Optional.ofNullable(watched.remove(gone)).ifPresent(Subscription::cancel);
      working.remove(gone);
    }
    for (Training training : all) {
      if (!watched.containsKey(training)) {
        watched.put(training, training.watch(this::look));
        look(training);
      }
    }
  }

  /** It uses bundles from when its specification is known to when it ends. */
  private void look(Training training) {
    boolean works =
        switch (training.state()) {
          case RUNNING, PAUSED, STOPPING -> training.spec().isPresent();
          case QUEUED, DONE, STOPPED, FAILED -> false;
        };
    if (!Boolean.valueOf(works).equals(working.put(training, works))) {
      changed.run();
    }
  }

  /** Tells no more. */
  void stop() {
    watched.values().forEach(Subscription::cancel);
    watched.clear();
    working.clear();
  }
}
