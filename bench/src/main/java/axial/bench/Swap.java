package axial.bench;

import axial.extension.Installation;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
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
 * not, in turns of six and two seconds; memory; and the class loaders that are left.
 */
public final class Swap {

  private static final long SWAPPING_NANOS = TimeUnit.SECONDS.toNanos(6);
  private static final long REST_MILLIS = 2000;
  private static final long LOOK_NANOS = 200_000;
  private static final int DEADLINE_SECONDS = 30;

  private final SwapFramework axial;
  private final Path work;
  private final int count;
  private final long pauseMillis;
  private final BlockingQueue<Boolean> registered = new LinkedBlockingQueue<>();
  private final BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
  private final SwapFigures figures = new SwapFigures();
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
    FutureTask<RunRecord> trained = new FutureTask<>(this::train);
    Thread trainer = new Thread(trained, "bench-training");
    trainer.start();
    while (!training.await(1, TimeUnit.SECONDS)) {
      if (trained.isDone()) {
        throw new IllegalStateException("The training ended before a swap: " + trained.get());
      }
    }
    figures.begin();
    long turn = System.nanoTime();
    for (int i = 1; i <= count; i++) {
      if (System.nanoTime() - turn > SWAPPING_NANOS) {
        swapping.set(false);
        Thread.sleep(REST_MILLIS);
        turn = System.nanoTime();
      }
      swapping.set(true);
      step(change, i % 2);
      Thread.sleep(pauseMillis);
      if (i % Math.max(1, count / 10) == 0) {
        figures.memory();
      }
    }
    swapping.set(false);
    done.set(true);
    RunRecord run = trained.get();
    watch.close();
    axial.service(Installation.class).awaitRetired(Progress.none());
    figures.tell(run);
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
    figures.seen(at - from);
  }

  private void hear(ServiceEvent event) {
    Bundle bundle = event.getServiceReference().getBundle();
    if (event.getType() == ServiceEvent.REGISTERED
        && bundle != null
        && "lab.swap-net".equals(bundle.getSymbolicName())) {
      figures.loader(bundle.adapt(BundleWiring.class).getClassLoader());
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
          LockSupport.parkNanos(LOOK_NANOS);
        }
        seen.add(System.nanoTime());
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private RunRecord train() throws InterruptedException {
    Runs runs = axial.service(Runs.class);
    Map<String, String> set =
        Map.of(
            "phantom.patients", "60",
            "run.input", "64x64x1",
            "run.explain", "0",
            "train.epochs", "100000",
            "train.batch", "32");
    AtomicLong last = new AtomicLong();
    return runs.run(
        runs.specify(new RunRequest("swap-net", "phantom", set)),
        Optional.of(work.resolve("run")),
        event -> hear(event, last),
        finishing());
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
  private void hear(RunEvent event, AtomicLong last) {
    long now = System.nanoTime();
    if (event instanceof RunEvent.BatchDone) {
      if (last.get() != 0) {
        figures.step(now - last.get(), swapping.get());
      }
      training.countDown();
      last.set(now);
    } else {
      last.set(0);
    }
  }
}
