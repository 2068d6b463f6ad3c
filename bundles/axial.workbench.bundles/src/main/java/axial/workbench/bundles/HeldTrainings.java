package axial.workbench.bundles;

import axial.view.Subscription;
import axial.view.run.Training;
import axial.view.run.Trainings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows which trainings hold services, which they report far more often than it changes. */
final class HeldTrainings {

  private final Trainings trainings;
  private final Runnable changed;
  private final Map<Training, Subscription> watched = new HashMap<>();
  private List<Training> holding = List.of();

  HeldTrainings(Trainings trainings, Runnable changed) {
    this.trainings = trainings;
    this.changed = changed;
  }

  /** Begins to follow. */
  void follow() {
    trainings.all().watch(this::watch);
  }

  /** Follows no more. */
  void stop() {
    watched.values().forEach(Subscription::cancel);
    watched.clear();
  }

  private void watch(List<Training> all) {
    List<Training> left = new ArrayList<>(watched.keySet());
    left.removeAll(all);
    left.forEach(
        training -> Optional.ofNullable(watched.remove(training)).ifPresent(Subscription::cancel));
    for (Training training : all) {
      if (!watched.containsKey(training)) {
        watched.put(training, training.watch(one -> look()));
      }
    }
    look();
  }

  private void look() {
    List<Training> now = trainings.all().get().stream().filter(InUse::holds).toList();
    if (!now.equals(holding)) {
      holding = now;
      changed.run();
    }
  }
}
