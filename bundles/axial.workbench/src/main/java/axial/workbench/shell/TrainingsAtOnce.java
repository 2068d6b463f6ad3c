package axial.workbench.shell;

import axial.view.Command;
import axial.workbench.command.Commands;
import axial.workbench.look.Preferences;
import axial.workbench.queue.TrainingQueue;
import axial.workbench.share.Scope;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** How many trainings may run at once, as the user prefers it. */
final class TrainingsAtOnce {

  private static final String KEY = "trainings";

  private final Preferences preferences;
  private final TrainingQueue queue;

  TrainingsAtOnce(Preferences preferences, TrainingQueue queue) {
    this.preferences = preferences;
    this.queue = queue;
  }

  /** Lets as many run as was chosen before, and offers a command for each number. */
  void install(Commands commands, Consumer<String> note, Scope scope) {
    String before = preferences.get(KEY, "1");
    queue.atOnce(before.matches("[1-9]") ? Integer.parseInt(before) : 1);
    IntStream.rangeClosed(1, TrainingQueue.MOST_AT_ONCE)
        .forEach(
            count ->
                commands.add(
                    Command.of(id(count), title(count), () -> choose(count, note))
                        .when(() -> queue.atOnce() != count),
                    scope));
  }

  private void choose(int count, Consumer<String> note) {
    preferences.put(KEY, Integer.toString(count));
    queue.atOnce(count);
    note.accept(
        count == 1
            ? "One training runs at a time; it has all of the machine."
            : "Up to %d trainings run at once. They share the processor and the memory: each takes longer, and large ones may not fit."
                .formatted(count));
  }

  /** The commands in the order of their numbers. */
  static List<String> ids() {
    return IntStream.rangeClosed(1, TrainingQueue.MOST_AT_ONCE)
        .mapToObj(TrainingsAtOnce::id)
        .toList();
  }

  private static String id(int count) {
    return "window.trainings." + count;
  }

  private static String title(int count) {
    return "Trainings at once: " + count + (count == 1 ? " (fastest for each)" : "");
  }
}
