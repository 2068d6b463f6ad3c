package axial.extensions.set;

import axial.job.Extension;
import axial.job.Problem;
import axial.job.ProblemException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Starts bundles and makes sure that their components can be made, within a time. */
final class Trial {

  private static final String COMPONENTS = "Service-Component";
  private static final Duration TO_GIVE_UP = Duration.ofSeconds(1);

  private final BundleContext context;
  private final ServiceComponentRuntime components;
  private final Duration deadline;

  Trial(BundleContext context, ServiceComponentRuntime components, Duration deadline) {
    this.context = context;
    this.components = components;
    this.deadline = deadline;
  }

  /**
   * Starts a bundle, on a thread of its own.
   *
   * @throws ProblemException of kind EXTENSION when it or one of its components throws, or does not
   *     come up in time; it may still be started
   */
  void start(Bundle bundle) {
    CompletableFuture<Boolean> ended = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                begin(bundle);
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
    } catch (TimeoutException hangs) {
      interrupt(thread);
      throw failed(
          bundle, "it did not come up within %d seconds".formatted(deadline.toSeconds()), hangs);
    } catch (ExecutionException broken) {
      Throwable cause = Objects.requireNonNullElse(broken.getCause(), broken);
      throw cause instanceof ProblemException told
          ? told
          : failed(bundle, Causes.words(cause), cause);
    } catch (InterruptedException stopped) {
      interrupt(thread);
      Thread.currentThread().interrupt();
      throw failed(bundle, "its start was interrupted", stopped);
    }
  }

  private static void interrupt(Thread thread) {
    thread.interrupt();
    boolean interrupted = Thread.interrupted();
    try {
      thread.join(TO_GIVE_UP.toMillis());
    } catch (InterruptedException again) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin(Bundle bundle) throws Exception {
    bundle.start(Bundle.START_TRANSIENT);
    ServiceReference<?> @Nullable [] references = bundle.getRegisteredServices();
    if (references != null) {
      for (ServiceReference<?> reference : references) {
        make(bundle, reference);
      }
    }
    var descriptions = components.getComponentDescriptionDTOs(bundle);
    if (descriptions.isEmpty() && bundle.getHeaders("").get(COMPONENTS) != null) {
      throw failed(bundle, "the descriptions of its components cannot be read", null);
    }
    for (ComponentDescriptionDTO description : descriptions) {
      Optional<String> failure = failure(description);
      if (failure.isPresent()) {
        throw failed(bundle, failure.get(), null);
      }
    }
  }

  /** A component is made when its service is asked for; an extension must say what it is. */
  private <T> void make(Bundle bundle, ServiceReference<T> reference) {
    @Nullable T service = context.getService(reference);
    try {
      if (service instanceof Extension extension
          && (extension.id().isBlank()
              || extension.description().isBlank()
              || extension.settings().stream().anyMatch(setting -> setting.key().isBlank()))) {
        throw failed(
            bundle, extension.getClass().getName() + " has no name or no description", null);
      }
    } finally {
      context.ungetService(reference);
    }
  }

  private Optional<String> failure(ComponentDescriptionDTO description) {
    return components.getComponentConfigurationDTOs(description).stream()
        .filter(c -> c.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
        .map(
            c ->
                "its component %s failed%s"
                    .formatted(
                        description.name,
                        c.failure == null ? "" : " (" + Causes.ofTrace(c.failure) + ")"))
        .findFirst();
  }

  static ProblemException failed(Bundle bundle, String why, @Nullable Throwable cause) {
    Problem problem =
        new Problem(
            Problem.Kind.EXTENSION,
            "%s %s does not start: %s; everything stays as it was."
                .formatted(bundle.getSymbolicName(), bundle.getVersion(), why),
            "Ask who made it for a version that fits this Axial.");
    return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
  }
}
