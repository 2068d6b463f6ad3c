package axial.launcher;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;

/** Starts bundles of others, each on a thread of its own, as one that hangs may not stop Axial. */
final class Starter {

  private final Duration deadline;

  Starter(Duration deadline) {
    this.deadline = deadline;
  }

  /** Starts a bundle; why it did not come up, if it did not. */
  Optional<String> start(Bundle bundle) {
    CompletableFuture<Boolean> ended = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                bundle.start();
                ended.complete(true);
              } catch (Throwable broken) { // whatever it is, the waiting thread tells it
                ended.completeExceptionally(broken);
              }
            },
            "axial-start-" + bundle.getSymbolicName());
    thread.setDaemon(true);
    thread.start();
    try {
      ended.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (TimeoutException hangs) {
      thread.interrupt();
      return Optional.of("It did not come up within " + deadline.toSeconds() + " seconds.");
    } catch (ExecutionException broken) {
      return Optional.of(words(Objects.requireNonNullElse(broken.getCause(), broken)));
    } catch (InterruptedException stopped) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return Optional.of("Its start was interrupted.");
    }
  }

  /** What the last cause says, on one line. */
  static String words(Throwable failure) {
    Throwable last = failure;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    String message = last.getMessage();
    return last.getClass().getSimpleName()
        + (message == null ? "" : ": " + message.lines().findFirst().orElse("").strip());
  }
}
