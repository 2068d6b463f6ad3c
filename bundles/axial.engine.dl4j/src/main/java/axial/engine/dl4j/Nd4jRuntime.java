package axial.engine.dl4j;

import axial.engine.dl4j.layers.Chunks;
import axial.engine.dl4j.layers.OneDnn;
import axial.job.Machine;
import axial.job.Problem;
import axial.job.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bytedeco.javacpp.Loader;
import org.deeplearning4j.config.DL4JClassLoading;
import org.deeplearning4j.util.CrashReportingUtil;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Starts ND4J at its first use and lets one caller at a time use it.
 *
 * <p>ND4J finds its backend by name through a class loader, keeps that in static fields, and never
 * tries again after a failure. So both loaders are set before anything touches the class {@link
 * Nd4j}, and every use runs with the thread's context loader set to DL4J's own.
 */
final class Nd4jRuntime {

  private static final String VERSION = "1.0.0-M2.1";

  private static final List<String> EXTENSIONS =
      List.of("-onednn-avx512", "-onednn-avx2", "-onednn", "-avx512", "-avx2");
  private static final String LAYERS = "axial.layers";
  private static final String WITHOUT_ONEDNN = "org.eclipse.deeplearning4j.helpers.disable";

  /** Kept, because a logger that nobody holds forgets its level. */
  private final List<Logger> quietened =
      List.of(Logger.getLogger("org.nd4j"), Logger.getLogger("org.deeplearning4j"));

  private final ReentrantLock lock = new ReentrantLock(true); // a training waits its turn, no more
  private final UnaryOperator<@Nullable String> properties;
  private final Map<Dl4jModel, Long> held = new ConcurrentHashMap<>();
  private final Processor processor;
  private final Chunks chunks;
  private @Nullable OneDnn dnn;
  private @Nullable Map<String, String> platform;
  private @Nullable ProblemException failure;

  /**
   * A runtime that reads these properties: {@code axial.cache} (folder for native libraries),
   * {@code axial.threads} (how many compute), {@code axial.layers} ({@code stock} for DL4J's own
   * layers).
   */
  Nd4jRuntime(UnaryOperator<@Nullable String> properties) {
    this.properties = properties;
    this.processor = Processor.here(properties);
    this.chunks = new Chunks(processor.threads());
    quietened.forEach(logger -> logger.setLevel(Level.WARNING));
  }

  /** Does work that needs ND4J, alone, on the calling thread. */
  <T> T use(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader former = thread.getContextClassLoader();
    lock.lock();
    try {
      thread.setContextClassLoader(DL4JClassLoading.class.getClassLoader());
      start();
      // OpenMP keeps this number for each thread that begins parallel work.
      NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(processor.threads());
      return work.get();
    } finally {
      thread.setContextClassLoader(former);
      lock.unlock();
    }
  }

  /** Notes how many bytes of native memory an open model holds; 0 once it is closed. */
  void holds(Dl4jModel model, long bytes) {
    if (bytes == 0) {
      held.remove(model);
    } else {
      held.put(model, bytes);
    }
  }

  /** Bytes of native memory that all models hold; waits for nobody. */
  long held() {
    return held.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What ND4J runs on. */
  Map<String, String> platform() {
    return use(() -> platform == null ? Map.of() : platform);
  }

  /** oneDNN itself; empty where it cannot be used. Within a use only. */
  Optional<OneDnn> dnn() {
    return Optional.ofNullable(dnn);
  }

  /** Work on all values of long arrays. */
  Chunks chunks() {
    return chunks;
  }

  private void start() {
    if (failure != null) {
      throw failure;
    }
    if (platform != null) {
      return;
    }
    Path cache = Machine.nativeLibraries(properties, VERSION);
    System.setProperty("org.bytedeco.javacpp.cachedir", cache.toString());
    System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
    System.setProperty("org.bytedeco.javacpp.maxbytes", "0"); // else as much as the Java heap
    if (System.getProperty(WITHOUT_ONEDNN) == null) {
      System.setProperty(WITHOUT_ONEDNN, "false"); // DL4J's default is true
    }
    ClassLoader loader = DL4JClassLoading.class.getClassLoader();
    ND4JClassLoading.setNd4jClassloader(loader);
    DL4JClassLoading.setDl4jClassloader(loader);
    CrashReportingUtil.crashDumpsEnabled(false); // files in the user's folder
    String extension = extension(loader, processor);
    if (!extension.isEmpty()) {
      System.setProperty("org.bytedeco.javacpp.platform.extension", extension);
    }
    try {
      Properties info = Nd4j.getExecutioner().getEnvironmentInformation();
      platform = describe(info, extension, cache);
    } catch (RuntimeException | LinkageError broken) {
      failure =
          new ProblemException(
              new Problem(
                  Problem.Kind.MACHINE,
                  "The native library of DL4J for %s could not be started: %s"
                      .formatted(Loader.getPlatform(), deepest(broken)),
                  "Run ./axial doctor, check that "
                      + cache
                      + " can be written and has 500 MB free, and that this build is for your"
                      + " platform."),
              broken);
      throw failure;
    }
  }

  /** The best variant of the native library that is packaged and that the processor runs. */
  private static String extension(ClassLoader loader, Processor processor) {
    String folder = "org/nd4j/linalg/cpu/nativecpu/bindings/" + Loader.getPlatform();
    for (String extension : EXTENSIONS) {
      if (!processor.runs(extension)) {
        continue;
      }
      for (String library : List.of("libjnind4jcpu.so", "libjnind4jcpu.dylib", "jnind4jcpu.dll")) {
        if (loader.getResource(folder + extension + "/" + library) != null) {
          return extension;
        }
      }
    }
    return "";
  }

  private Map<String, String> describe(Properties info, String extension, Path cache) {
    Map<String, String> map = new TreeMap<>();
    map.put("backend", "DL4J " + VERSION + " on " + info.getProperty("backend", "unknown"));
    map.put("classifier", Loader.getPlatform() + extension);
    map.put("blas", String.valueOf(info.getOrDefault("blas.vendor", "unknown")));
    map.put("threads", String.valueOf(processor.threads()));
    map.put("cache", cache.toString());
    String helpers =
        extension.contains("onednn") && !Boolean.getBoolean(WITHOUT_ONEDNN)
            ? "DL4J's, with oneDNN inside"
            : "DL4J's, without oneDNN";
    if ("stock".equals(properties.apply(LAYERS))) {
      map.put("layers", helpers);
      map.put("note", "DL4J's own layers compute, as the property axial.layers=stock asks.");
      return map;
    }
    try {
      OneDnn started = new OneDnn();
      dnn = started;
      map.put(
          "layers",
          "Axial's, on oneDNN %s, %s".formatted(started.version(), started.instructions()));
    } catch (RuntimeException | LinkageError missing) {
      map.put("layers", helpers);
      map.put(
          "note",
          "oneDNN itself could not be started (%s), so DL4J's own layers compute; training takes several times as long."
              .formatted(deepest(missing)));
    }
    return map;
  }

  private static String deepest(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
