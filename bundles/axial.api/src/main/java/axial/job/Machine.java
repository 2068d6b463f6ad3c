package axial.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What engines on this machine have in common: how many threads, and where libraries go. */
public final class Machine {

  private static final int MOST_THREADS = 1024;

  private Machine() {}

  /** The lines of Linux's {@code /proc/cpuinfo}; none elsewhere. */
  public static List<String> cpuinfo() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo"));
    } catch (IOException elsewhere) {
      return List.of();
    }
  }

  /** The name of the processor in such lines; the architecture where they do not say. */
  public static String processor(List<String> cpuinfo) {
    return cpuinfo.stream()
        .filter(line -> line.startsWith("model name") && line.contains(":"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch", "unknown"));
  }

  /** Physical cores: pairs of package and core in such lines; empty when they do not say. */
  public static OptionalInt physicalCores(List<String> cpuinfo) {
    Set<String> cores = new HashSet<>();
    String socket = "";
    for (String line : cpuinfo) {
      if (line.startsWith("physical id")) {
        socket = line;
      } else if (line.startsWith("core id")) {
        cores.add(socket + " " + line);
      }
    }
    return cores.isEmpty() ? OptionalInt.empty() : OptionalInt.of(cores.size());
  }

  /**
   * How many threads compute: the property {@code axial.threads}, else {@code OMP_NUM_THREADS},
   * else as many as there are physical cores for this JVM.
   */
  public static int threads(UnaryOperator<@Nullable String> properties) {
    String chosen = properties.apply("axial.threads");
    OptionalInt asked = threads(chosen == null ? "" : chosen);
    if (asked.isEmpty()) {
      asked = threads(System.getenv().getOrDefault("OMP_NUM_THREADS", ""));
    }
    int most = Runtime.getRuntime().availableProcessors();
    return asked.orElseGet(() -> Math.min(most, physicalCores(cpuinfo()).orElse(most)));
  }

  /** The first number of a list such as "4" or "4,2"; empty when there is none from 1 to 1024. */
  public static OptionalInt threads(String asked) {
    String first = asked.split(",", -1)[0].strip();
    return first.matches("[0-9]{1,4}")
            && Integer.parseInt(first) >= 1
            && Integer.parseInt(first) <= MOST_THREADS
        ? OptionalInt.of(Integer.parseInt(first))
        : OptionalInt.empty();
  }

  /**
   * Where native libraries of that name and version are unpacked: below the property {@code
   * axial.cache}, else below the user's cache.
   */
  public static Path nativeLibraries(UnaryOperator<@Nullable String> properties, String name) {
    String chosen = properties.apply("axial.cache");
    Path base;
    if (chosen != null && !chosen.isBlank()) {
      base = Path.of(chosen);
    } else {
      String xdg = System.getenv("XDG_CACHE_HOME");
      base =
          xdg != null && !xdg.isBlank()
              ? Path.of(xdg, "axial")
              : Path.of(System.getProperty("user.home", "."), ".cache", "axial");
    }
    return base.resolve("natives").resolve(name).toAbsolutePath();
  }
}
