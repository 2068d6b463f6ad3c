package axial.engine.dl4j;

import axial.job.Machine;
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

  static Processor here(UnaryOperator<@Nullable String> properties) {
    return new Processor(Machine.threads(properties), features(Machine.cpuinfo()));
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
