package axial.extensions.kit;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** The class loaders of bundles that were removed: whether something still holds them. */
final class Loaders {

  private static final Duration TO_COLLECT = Duration.ofSeconds(20);
  private static final long LOOK_EVERY_MILLIS = 50;

  private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

  /** Remembers the loader of a bundle that is about to be removed. */
  void add(Bundle bundle) {
    @Nullable BundleWiring wiring = bundle.adapt(BundleWiring.class);
    if (wiring != null) {
      loaders.add(new WeakReference<>(wiring.getClassLoader()));
    }
  }

  /** How many are still held; waits a while for the last to go. */
  long held() {
    waitFor(
        TO_COLLECT,
        () -> {
          System.gc();
          return now() == 0;
        });
    return now();
  }

  private long now() {
    return loaders.stream().filter(loader -> loader.get() != null).count();
  }

  /** Looks again and again, as neither a thread's end nor a collection tells of itself. */
  static boolean waitFor(Duration most, BooleanSupplier done) {
    long end = System.nanoTime() + most.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      try {
        Thread.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
