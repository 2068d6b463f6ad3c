package axial.workbench.model;

import axial.job.Progress;
import axial.model.Engine;
import axial.model.Network;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/**
 * How long networks compute, measured once for each machine, engine and network and kept in the
 * cache of the workspace. Thread-safe.
 */
@Component(service = StepTimes.class)
public final class StepTimes {

  /** Enough for the figure of an image to be that of a larger batch. */
  private static final int IMAGES = 8;

  private static final int STEPS = 3;

  private final Map<What, StepTime> known = new ConcurrentHashMap<>();

  /** What is measured. */
  record What(Network network, String engine) {}

  /** What is known already; returns at once. */
  Optional<StepTime> known(What what) {
    return Optional.ofNullable(known.get(what));
  }

  /**
   * Looks in the cache; on a background thread.
   *
   * @param cache folder of the workspace's cache
   */
  Optional<StepTime> find(What what, Engine engine, Path cache) {
    Optional<StepTime> found = parse(read(file(cache)).getProperty(key(what, engine), ""));
    found.ifPresent(time -> known.put(what, time));
    return found;
  }

  /**
   * Makes some training steps on made-up images; on a background thread.
   *
   * @throws axial.job.ProblemException when the engine does not measure, or has not the memory
   */
  StepTime measure(What what, Engine engine, Path cache, Progress progress) {
    StepTime time = StepTime.of(engine.profile(what.network(), IMAGES, STEPS, progress));
    known.put(what, time);
    keep(file(cache), key(what, engine), time.training() + " " + time.predicting());
    return time;
  }

  private static Path file(Path cache) {
    return cache.resolve("step-times.properties");
  }

  private static Optional<StepTime> parse(String text) {
    String[] parts = text.split(" ", -1);
    try {
      return parts.length == 2
          ? Optional.of(new StepTime(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])))
          : Optional.empty();
    } catch (NumberFormatException broken) {
      return Optional.empty(); // it is measured anew
    }
  }

  private static synchronized Properties read(Path file) {
    Properties values = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file)) {
        values.load(in);
      } catch (IOException | IllegalArgumentException broken) {
        values.clear(); // it is measured anew
      }
    }
    return values;
  }

  /** A cache that cannot be written costs another measurement, nothing else. */
  private static synchronized void keep(Path file, String key, String value) {
    Properties values = read(file);
    values.setProperty(key, value);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path part = file.resolveSibling(file.getFileName() + ".part");
      try (Writer out = Files.newBufferedWriter(part)) {
        values.store(out, null);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      System.getLogger(StepTimes.class.getName())
          .log(System.Logger.Level.DEBUG, "No times are kept in " + file, unwritable);
    }
  }

  /** Stands for the network, the engine and the machine. */
  private static String key(What what, Engine engine) {
    String text =
        what.network()
            + "\n"
            + what.engine()
            + "\n"
            + new TreeMap<>(engine.platform())
            + "\n"
            + System.getProperty("os.arch")
            + "\n"
            + Runtime.getRuntime().availableProcessors();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Each Java has SHA-256.", impossible);
    }
  }
}
