package axial.workbench.explanation;

import axial.job.Problem;
import axial.view.Desk;
import java.awt.EventQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Short work beside the event dispatch thread that is too small to be a job. */
final class Beside {

  private Beside() {}

  /**
   * Does work on a background thread and takes its outcome on the event dispatch thread.
   *
   * @param failed what the user is told when the work throws, one sentence without its full stop
   */
  static <T> void run(Desk desk, String failed, Supplier<T> work, Consumer<T> done) {
    ForkJoinPool.commonPool()
        .execute(
            () -> {
              try {
                T outcome = work.get();
                EventQueue.invokeLater(() -> done.accept(outcome));
              } catch (RuntimeException broken) {
                EventQueue.invokeLater(
                    () ->
                        desk.tell(
                            new Problem(
                                Problem.Kind.INTERNAL,
                                failed + ": " + broken + ".",
                                "Explain the image again.")));
              }
            });
  }
}
