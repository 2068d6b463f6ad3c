package axial.run.service;

import axial.model.Engine;
import axial.run.MemoryPeaks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures the most memory that this process needs from now on. What other runs in it need
 * meanwhile counts too.
 */
final class MemoryWatch {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR = Path.of("/proc/self/clear_refs");

  private final List<MemoryPoolMXBean> heap =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();
  private long engineBytes;

  /** Forgets the peaks so far, where the system lets it. */
  MemoryWatch() {
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    try {
      Files.writeString(CLEAR, "5"); // proc(5): resets VmHWM
    } catch (IOException notAllowed) {
      System.getLogger(MemoryWatch.class.getName())
          .log(System.Logger.Level.DEBUG, "The peak of this process is that since its start.");
    }
  }

  /** Asks the engine what it holds now. */
  void sample(Engine engine) {
    engineBytes = Math.max(engineBytes, engine.nativeBytes());
  }

  /** The peaks so far. */
  MemoryPeaks peaks() {
    long used = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return new MemoryPeaks(used, resident(), engineBytes);
  }

  /** The peak of the resident set; 0 where there is no Linux to tell it. */
  private static long resident() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException elsewhere) {
      return 0;
    }
  }
}
