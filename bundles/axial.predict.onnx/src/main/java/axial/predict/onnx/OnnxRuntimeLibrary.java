package axial.predict.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import axial.job.Machine;
import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Starts ONNX Runtime at its first use. Its native libraries are unpacked once into Axial's cache,
 * by version, and loaded from there; ONNX Runtime by itself would unpack them into a new temporary
 * folder in each process.
 */
final class OnnxRuntimeLibrary {

  static final String VERSION = "1.29.0";

  private static final String PATH = "onnxruntime.native.path";

  private final UnaryOperator<@Nullable String> properties;
  private @Nullable OrtEnvironment environment;
  private @Nullable ProblemException failure;

  /** A library that reads {@code axial.cache} from these properties. */
  OnnxRuntimeLibrary(UnaryOperator<@Nullable String> properties) {
    this.properties = properties;
  }

  /**
   * A session over a model file. Its threads spin within a call, which makes it faster, and sleep
   * between calls, so that the rest is not starved.
   *
   * @throws ProblemException of kind MACHINE when the library does not start or refuses the model
   */
  OrtSession session(byte[] model, String network) {
    OrtEnvironment started = environment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(Machine.threads(properties));
      options.addConfigEntry("session.force_spinning_stop", "1");
      return started.createSession(model, options);
    } catch (OrtException refused) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.MACHINE,
              "ONNX Runtime refuses the network %s: %s.".formatted(network, said(refused)),
              "Give the machine more memory, or unplug the bundle axial.predict.onnx."),
          refused);
    }
  }

  /** What it runs on. */
  Map<String, String> platform() {
    Map<String, String> map = new TreeMap<>();
    map.put("backend", "ONNX Runtime " + environment().getVersion());
    map.put("native", platformName());
    map.put("threads", Integer.toString(Machine.threads(properties)));
    map.put("cache", cache().toString());
    return map;
  }

  /** The environment, of which a process has one. */
  synchronized OrtEnvironment environment() {
    if (failure != null) {
      throw failure;
    }
    if (environment == null) {
      boolean given = System.getProperty(PATH) != null;
      try {
        if (!given) {
          System.setProperty(PATH, unpack().toString());
        }
        environment =
            OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "axial");
        environment.setTelemetry(false); // only Windows builds have any
        removeTemporaryFolder();
      } catch (IOException | OrtException | RuntimeException | LinkageError broken) {
        failure = failed(broken);
        throw failure;
      } finally {
        if (!given) {
          System.clearProperty(PATH);
        }
      }
    }
    return environment;
  }

  private ProblemException failed(Throwable broken) {
    return new ProblemException(
        new Problem(
            Problem.Kind.MACHINE,
            "The native library of ONNX Runtime %s for %s could not be started: %s."
                .formatted(VERSION, platformName(), said(broken)),
            "Check that %s can be written and has 50 MB free, and that this build is for your platform."
                .formatted(cache())),
        broken);
  }

  /** ONNX Runtime makes an empty folder in any case and removes it when the JVM ends by itself. */
  private static void removeTemporaryFolder() {
    try {
      var field =
          Class.forName("ai.onnxruntime.OnnxRuntime", true, OrtEnvironment.class.getClassLoader())
              .getDeclaredField("tempDirectory");
      field.setAccessible(true);
      if (field.get(null) instanceof Path folder) {
        Files.deleteIfExists(folder);
      }
    } catch (ReflectiveOperationException | IOException | RuntimeException stays) {
      System.getLogger(OnnxRuntimeLibrary.class.getName())
          .log(System.Logger.Level.DEBUG, "A temporary folder of ONNX Runtime stays.", stays);
    }
  }

  private Path unpack() throws IOException {
    Path folder = Files.createDirectories(cache());
    for (String name : List.of("onnxruntime", "onnxruntime4j_jni")) {
      String file = System.mapLibraryName(name);
      String resource = "/ai/onnxruntime/native/" + platformName() + "/" + file;
      try (InputStream in = OrtEnvironment.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IOException("this build holds no " + file);
        }
        Path target = folder.resolve(file);
        if (!Files.exists(target)) {
          Path part = Files.createTempFile(folder, file, ".part");
          try {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
          } finally {
            Files.deleteIfExists(part);
          }
        }
      }
    }
    return folder;
  }

  /** The name that ONNX Runtime has for this platform, such as {@code linux-x64}. */
  private static String platformName() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "osx" : os.contains("win") ? "win" : "linux";
    return system + "-" + (arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch);
  }

  private Path cache() {
    return Machine.nativeLibraries(properties, "onnxruntime-" + VERSION);
  }

  /** The deepest cause on one line, without a full stop. */
  static String said(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : message.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
  }
}
