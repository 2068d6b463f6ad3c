package axial.engine.dl4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the processor has.
 *
 * @param threads how many threads compute: as many as asked for, or one a physical core
 * @param features its instruction sets as Linux names them; empty elsewhere
 */
record Processor(int threads, Set<String> features) {

  private static final Path LINUX = Path.of("/proc/cpuinfo");

  static Processor here(UnaryOperator<@Nullable String> properties) {
    List<String> lines = lines();
    int most = Runtime.getRuntime().availableProcessors();
    int threads = Math.min(most, cores(lines) == 0 ? most : cores(lines));
    for (String asked :
        new @Nullable String[] {
          properties.apply("axial.threads"), System.getenv("OMP_NUM_THREADS")
        }) {
      if (asked != null && asked.matches("[1-9]\\d{0,3}")) {
        return new Processor(Integer.parseInt(asked), features(lines));
      }
    }
    return new Processor(threads, features(lines));
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(LINUX);
    } catch (IOException notLinux) {
      return List.of();
    }
  }

  /** Physical cores: pairs of socket and core; 0 when the system does not say. */
  private static int cores(List<String> lines) {
    Set<String> cores = new HashSet<>();
    String socket = "";
    for (String line : lines) {
      if (line.startsWith("physical id")) {
        socket = line;
      } else if (line.startsWith("core id")) {
        cores.add(socket + line);
      }
    }
    return cores.size();
  }

  private static Set<String> features(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("flags"))
        .findFirst()
        .map(line -> Set.of(line.substring(line.indexOf(':') + 1).trim().split(" +")))
        .orElse(Set.of());
  }

  /** Whether a variant of the native library, such as {@code -onednn-avx2}, may run here. */
  boolean runs(String variant) {
    if (variant.endsWith("-avx512")) {
      return features.containsAll(Set.of("avx512f", "avx512bw", "avx512dq", "avx512vl"));
    }
    return !variant.endsWith("-avx2") || features.containsAll(Set.of("avx2", "fma"));
  }
}
