package axial.cli;

import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import javax.management.JMException;
import javax.management.ObjectName;

/** How much memory the machine has. */
final class SystemMemory {

  private SystemMemory() {}

  /** Bytes of memory, those of the container if there is one. */
  static OptionalLong bytes() {
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
