package axial.bench;

import axial.extension.Leases;
import axial.extension.LockedBundle;
import axial.extension.LooseJars;
import axial.job.Progress;
import axial.model.ModelFactory;
import axial.run.Extensions;
import axial.run.RunEvent;
import axial.run.RunRecord;
import axial.run.RunRequest;
import axial.run.Runs;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Swaps the bundle of the model that is being trained, again and again. The arguments are how
 * often, the milliseconds between two swaps, {@code set} or {@code folder}, the folder of the
 * bundles and one to work in.
 *
 * <p>Told are the milliseconds from the call (or from the end of writing a file) until a new run
 * would get the new model; what a training step takes while bundles are swapped and while they are
 * not, in turns of two seconds; memory; and the class loaders that are left.
 */
public final class Swap {

  private static final long TURN_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final int DEADLINE_SECONDS = 30;

  private final SwapFramework axial;
  private final Path work;
  private final int count;
  private final long pauseMillis;
  private final BlockingQueue<Boolean> registered = new LinkedBlockingQueue<>();
  private final BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
  private final List<WeakReference<ClassLoader>> loaders =
      Collections.synchronizedList(new ArrayList<>());
  private final List<Double> latencies = new ArrayList<>();
  private final List<Double> stepsWith = Collections.synchronizedList(new ArrayList<>());
  private final List<Double> stepsWithout = Collections.synchronizedList(new ArrayList<>());
  private final AtomicBoolean swapping = new AtomicBoolean();
  private final AtomicBoolean done = new AtomicBoolean();
  private final CountDownLatch training = new CountDownLatch(20);
  private volatile String wanted = "";

  private Swap(SwapFramework axial, Path work, int count, long pauseMillis) {
    this.axial = axial;
    this.work = work;
    this.count = count;
    this.pauseMillis = pauseMillis;
  }

  /** Runs the bench; the class says what the arguments are. */
  public static void main(String[] arguments) throws Exception {
    Path work = Path.of(arguments[4]).toAbsolutePath();
    Files.createDirectories(work);
    try (SwapFramework axial = new SwapFramework(Path.of(arguments[3]).toAbsolutePath(), work)) {
      Swap swap =
          new Swap(axial, work, Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
      swap.run(arguments[2].equals("folder"));
    }
    System.exit(0);
  }

  private interface Change {
    /** Begins to swap; the answer is the time from which on the swap is waited for. */
    long to(int version) throws Exception;
  }

  private void run(boolean folder) throws Exception {
    Path[] jars = {SwapBundles.build(work, "1.0.0"), SwapBundles.build(work, "1.0.1")};
    Extensions extensions = axial.service(Extensions.class);
    axial.context().addServiceListener(this::hear);
    Thread looking = new Thread(() -> look(extensions), "bench-looking");
    looking.setDaemon(true);
    looking.start();
    Leases.Watch watch = folder ? axial.service(LooseJars.class).watch(swap -> {}) : () -> {};
    Change change = folder ? files(jars) : sets(jars);
    step(change, 0);
    AtomicReference<Object> outcome = new AtomicReference<>();
    Thread trainer = new Thread(() -> outcome.set(train()), "bench-training");
    trainer.start();
    if (!training.await(5, TimeUnit.MINUTES)) {
      throw new IllegalStateException("The training did not begin.");
    }
    latencies.clear();
    long early = 0;
    long turn = System.nanoTime();
    for (int i = 1; i <= count; i++) {
      if (System.nanoTime() - turn > TURN_NANOS) {
        swapping.set(false);
        Thread.sleep(TimeUnit.NANOSECONDS.toMillis(TURN_NANOS));
        turn = System.nanoTime();
      }
      swapping.set(true);
      step(change, i % 2);
      Thread.sleep(pauseMillis);
      if (i == Math.max(1, count / 10)) {
        early = memory();
      }
    }
    swapping.set(false);
    done.set(true);
    trainer.join();
    watch.close();
    tell(outcome.get(), early);
  }

  private Change sets(Path[] jars) throws Exception {
    LockedBundle[] lines = {axial.store(jars[0], "1.0.0"), axial.store(jars[1], "1.0.1")};
    return version -> {
      long from = System.nanoTime();
      axial.become(List.of(lines[version]));
      return from;
    };
  }

  private Change files(Path[] jars) throws Exception {
    Path target = Files.createDirectories(axial.plugins()).resolve("swap-net.jar");
    return version -> {
      Files.copy(jars[version], target, StandardCopyOption.REPLACE_EXISTING);
      return System.nanoTime();
    };
  }

  private void step(Change change, int version) throws Exception {
    seen.clear();
    wanted = "1.0." + version;
    long from = change.to(version);
    Long at = seen.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
    if (at == null) {
      throw new IllegalStateException("The new model was not seen.");
    }
    latencies.add((at - from) / 1e6);
  }

  private void hear(ServiceEvent event) {
    Bundle bundle = event.getServiceReference().getBundle();
    if (event.getType() == ServiceEvent.REGISTERED
        && bundle != null
        && "lab.swap-net".equals(bundle.getSymbolicName())) {
      loaders.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
      registered.add(true);
    }
  }

  /** The new model is seen when whoever asks for it gets that of the new bundle. */
  private void look(Extensions extensions) {
    try {
      while (true) {
        registered.take();
        while (extensions.all(ModelFactory.class).stream()
            .noneMatch(m -> m.id().equals("swap-net") && m.description().equals(wanted))) {
          Thread.onSpinWait();
        }
        seen.add(System.nanoTime());
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private Object train() {
    try {
      Runs runs = axial.service(Runs.class);
      Map<String, String> set =
          Map.of(
              "phantom.patients", "60",
              "run.input", "64x64x1",
              "run.explain", "0",
              "train.epochs", "100000",
              "train.batch", "32");
      AtomicReference<Long> last = new AtomicReference<>(0L);
      return runs.run(
          runs.specify(new RunRequest("swap-net", "phantom", set)),
          Optional.of(work.resolve("run")),
          event -> hear(event, last),
          finishing());
    } catch (InterruptedException | RuntimeException broken) {
      return broken;
    }
  }

  private Progress finishing() {
    return new Progress() {
      @Override
      public void at(String task, long done, long total) {}

      @Override
      public boolean cancelled() {
        return false;
      }

      @Override
      public boolean finishNow() {
        return done.get();
      }
    };
  }

  /** Takes the time between two batches of one epoch. */
  private void hear(RunEvent event, AtomicReference<Long> last) {
    long now = System.nanoTime();
    if (event instanceof RunEvent.BatchDone) {
      if (last.get() != 0) {
        (swapping.get() ? stepsWith : stepsWithout).add((now - last.get()) / 1e6);
      }
      training.countDown();
      last.set(now);
    } else {
      last.set(0L);
    }
  }

  private void tell(Object outcome, long early) throws InterruptedException {
    long late = memory();
    line("swaps                              %d", latencies.size());
    line("seen after, median                 %.1f ms", at(latencies, 0.5));
    line("seen after, longest                %.1f ms", at(latencies, 1));
    steps("median", at(stepsWith, 0.5), at(stepsWithout, 0.5));
    steps("mean", mean(stepsWith), mean(stepsWithout));
    line("heap and metaspace, early and end  %.1f and %.1f MB", early / 1e6, late / 1e6);
    line("class loaders left                 %d of %d", left(), loaders.size());
    line(
        "training                           %s",
        outcome instanceof RunRecord run ? run.status() + ", " + run.failures() : outcome);
  }

  private void steps(String what, double with, double without) {
    line("step, %-6s, swapping             %.2f ms of %d", what, with, stepsWith.size());
    line("step, %-6s, undisturbed          %.2f ms of %d", what, without, stepsWithout.size());
    line("ratio                              %.3f", with / without);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** The last bundle works still, and its loader is no leak. */
  private long left() {
    for (int i = 0; i < 50 && alive() > 1; i++) {
      System.gc();
      System.runFinalization();
    }
    return Math.max(0, alive() - 1);
  }

  private long alive() {
    return loaders.stream().filter(loader -> loader.get() != null).count();
  }

  private static long memory() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    var memory = ManagementFactory.getMemoryMXBean();
    return memory.getHeapMemoryUsage().getUsed() + memory.getNonHeapMemoryUsage().getUsed();
  }

  private static double at(List<Double> values, double quantile) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.isEmpty() ? Double.NaN : sorted.get((int) (quantile * (sorted.size() - 1)));
  }

  private static void line(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
