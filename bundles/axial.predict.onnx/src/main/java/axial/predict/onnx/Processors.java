package axial.predict.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many threads compute. */
final class Processors {

  private static final Path LINUX = Path.of("/sys/devices/system/cpu");

  private Processors() {}

  /** What {@code OMP_NUM_THREADS} says, else as many as there are physical cores for this JVM. */
  static int threads() {
    return threads(System.getenv().getOrDefault("OMP_NUM_THREADS", ""))
        .orElseGet(
            () -> Math.min(Runtime.getRuntime().availableProcessors(), physicalCores(LINUX)));
  }

  /** The first number of a list such as "4" or "4,2"; empty when there is none from 1 to 1024. */
  static Optional<Integer> threads(String environment) {
    String first = environment.split(",", -1)[0].strip();
    return first.matches("[0-9]{1,4}")
            && Integer.parseInt(first) >= 1
            && Integer.parseInt(first) <= 1024
        ? Optional.of(Integer.parseInt(first))
        : Optional.empty();
  }

  /** How many sets of sibling threads Linux lists; a very large number where it does not. */
  static int physicalCores(Path cpus) {
    try (Stream<Path> folders = Files.list(cpus)) {
      Set<String> siblings =
          folders
              .map(folder -> folder.resolve("topology/thread_siblings_list"))
              .filter(Files::isReadable)
              .map(Processors::text)
              .collect(Collectors.toSet());
      return siblings.isEmpty() ? Integer.MAX_VALUE : siblings.size();
    } catch (IOException notLinux) {
      return Integer.MAX_VALUE;
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      return file.toString();
    }
  }
}
