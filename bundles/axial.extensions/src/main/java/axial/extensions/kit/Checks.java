package axial.extensions.kit;

import axial.extension.ContractKit.Check;
import axial.extension.ContractKit.Outcome;
import axial.extensions.set.Causes;
import axial.job.ProblemException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How checks are made: each on a thread of its own with a deadline, as bundles may hang. */
final class Checks {

  private Checks() {}

  static Check ok(String name, String seen) {
    return new Check(name, Outcome.OK, seen, "");
  }

  static Check failed(String name, String wrong, String remedy) {
    return new Check(name, Outcome.FAILED, wrong, remedy);
  }

  static Check skipped(String name, String why) {
    return new Check(name, Outcome.SKIPPED, why, "");
  }

  /** Makes a check; whatever it throws is what is wrong. */
  static Check within(Duration deadline, String name, String remedy, Callable<Check> check) {
    CompletableFuture<Check> ended = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                ended.complete(check.call());
              } catch (Throwable broken) { // whatever it is, the waiting thread tells it
                ended.completeExceptionally(broken);
              }
            },
            "axial-check");
    thread.setDaemon(true);
    thread.start();
    try {
      return ended.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException hangs) {
      thread.interrupt();
      return failed(
          name,
          "It did not end within %d seconds.".formatted(deadline.toSeconds()),
          "Return at once from constructors, activation and descriptions.");
    } catch (ExecutionException broken) {
      Throwable cause = Objects.requireNonNullElse(broken.getCause(), broken);
      return cause instanceof ProblemException told
          ? failed(name, told.problem().summary(), told.problem().remedy())
          : failed(name, "It threw " + Causes.words(cause) + ".", remedy);
    } catch (InterruptedException stopped) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return failed(name, "The check was interrupted.", "Check again.");
    }
  }
}
