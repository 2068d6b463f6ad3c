package axial.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;

/** What the machine has. */
final class Machine {

  private Machine() {}

  /** Physical cores, two threads of one counted once; known on Linux. */
  static OptionalInt physicalCores() {
    try {
      return physicalCores(Files.readAllLines(Path.of("/proc/cpuinfo")));
    } catch (IOException elsewhere) {
      return OptionalInt.empty();
    }
  }

  /** Counts the pairs of package and core in the lines of {@code /proc/cpuinfo}. */
  static OptionalInt physicalCores(List<String> cpuinfo) {
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

  /** Bytes of memory, those of the container if there is one. */
  static OptionalLong memory() {
    try {
      Object bytes =
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "TotalMemorySize");
      return bytes instanceof Long known ? OptionalLong.of(known) : OptionalLong.empty();
    } catch (JMException unknown) {
      return OptionalLong.empty();
    }
  }
}
