package axial.run.isolated;

import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import axial.run.IsolatedRuns.Limits;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Has orders carried out, each by a new process.
 *
 * @param java what the processes are started by
 */
record Worker(ChildJava java) {

  private static final Duration GRACE = Duration.ofSeconds(15);

  /**
   * Has an order carried out.
   *
   * @param listener hears every line but the last
   * @return how it was over: well, stopped, or failed with what the process said
   * @throws ProblemException as {@link ChildProcess#carryOut}
   */
  ChildLine.Over tell(
      Order order,
      Limits limits,
      ChildWorkspace place,
      Progress progress,
      Consumer<ChildLine> listener) {
    try (ChildProcess process =
        ChildProcess.start(java.builder(place, limits), order.called(), limits, GRACE)) {
      return process.carryOut(order, progress, listener);
    }
  }

  /**
   * Has an order carried out to its end.
   *
   * @throws CancelledException when it was stopped
   * @throws ProblemException when it failed
   */
  void carryOut(
      Order order,
      Limits limits,
      ChildWorkspace place,
      Progress progress,
      Consumer<ChildLine> listener) {
    ChildLine.Over over = tell(order, limits, place, progress, listener);
    requireNoProblem(over);
    if (over.stopped()) {
      throw new CancelledException("The " + order.called());
    }
  }

  /** Throws what the process said why it failed, if it did. */
  static void requireNoProblem(ChildLine.Over over) {
    if (!over.problems().isEmpty()) {
      Problem told = over.problems().get(0);
      throw ProblemException.of(
          told.kind(),
          Clean.of(told.summary(), Clean.SENTENCE),
          Clean.of(told.remedy(), Clean.SENTENCE));
    }
  }
}
