package axial.extensions.kit;

import axial.extension.ContractKit.Check;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** Installs and removes the bundle many times and looks for what stays. */
final class Repeated {

  static final String INSTALLED = "installs and removes 100 times";
  static final String THREADS = "leaves no thread or timer";
  static final String LOADERS = "leaves no class loader";

  private static final int TIMES = 100;
  private static final Duration CYCLES = Duration.ofMinutes(3);
  private static final Duration TO_END = Duration.ofSeconds(5);

  /** Threads of the JVM and of the check, which come when they are first needed. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "axial-check|Common-Cleaner|process reaper.*|ForkJoinPool\\.common.*|AWT-.*|Java2D.*"
              + "|TimerQueue");

  private final Subject subject;
  private final Loaders loaders = new Loaders();

  Repeated(Subject subject) {
    this.subject = subject;
  }

  /** Makes the three checks; the bundle has been installed and removed once before. */
  void run(Consumer<Check> told) {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Check installed =
        Checks.within(
            CYCLES,
            INSTALLED,
            "Its start must not depend on what a former one left.",
            () -> {
              for (int i = 0; i < TIMES; i++) {
                once();
              }
              return Checks.ok(INSTALLED, "It does.");
            });
    told.accept(installed);
    Check threads = threads(before);
    told.accept(threads);
    told.accept(
        threads.outcome() == axial.extension.ContractKit.Outcome.OK
            ? loaders()
            : Checks.skipped(LOADERS, "The threads that are left hold it."));
  }

  private void once() throws BundleException {
    Bundle bundle = subject.install();
    try {
      subject.start(bundle);
      loaders.add(bundle);
    } finally {
      bundle.uninstall();
    }
  }

  private static Check threads(Set<Thread> before) {
    boolean ended = Loaders.waitFor(TO_END, () -> left(before).isEmpty());
    if (ended) {
      return Checks.ok(THREADS, "There is none.");
    }
    Set<Thread> left = left(before);
    Set<String> names = new TreeSet<>();
    left.forEach(thread -> names.add("\"" + thread.getName() + "\""));
    return Checks.failed(
        THREADS,
        "%d threads were left after %d removals, such as %s."
            .formatted(left.size(), TIMES, names.iterator().next()),
        "End threads, executors and timers in the method annotated with @Deactivate.");
  }

  /** A thread that came and stays, after a while; nothing when there is none. */
  static Optional<String> leftSince(Set<Thread> before) {
    return Loaders.waitFor(TO_END, () -> left(before).isEmpty())
        ? Optional.empty()
        : left(before).stream().map(Thread::getName).sorted().findFirst();
  }

  private static Set<Thread> left(Set<Thread> before) {
    Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
    left.removeAll(before);
    left.removeIf(thread -> OTHERS.matcher(thread.getName()).matches());
    return left;
  }

  private Check loaders() {
    long held = loaders.held();
    return held == 0
        ? Checks.ok(LOADERS, "There is none.")
        : Checks.failed(
            LOADERS,
            "The classes of %d of %d removed bundles are still held.".formatted(held, TIMES),
            "Give back in @Deactivate what was registered elsewhere: listeners, shutdown hooks,"
                + " thread locals, static maps of libraries.");
  }
}
