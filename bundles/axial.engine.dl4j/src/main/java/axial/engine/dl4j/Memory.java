package axial.engine.dl4j;

import axial.data.Shape;
import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tells in words when memory has run out, or would: the heap's, or what is asked of the system. */
final class Memory {

  private static final Path LINUX = Path.of("/proc/meminfo");

  private Memory() {}

  /**
   * Does work on some images at once.
   *
   * @throws ProblemException of kind MACHINE that tells how many would fit
   */
  static <T> T needed(Supplier<T> work, int images, Shape shape, Computation computation) {
    long each = computation.bytesPerImage();
    long held = computation.bytes();
    if (each * images > held) { // else it has this memory already
      long free = available() + held;
      if (each * images > free) { // the system would end the process, not refuse
        throw new ProblemException(tooMany(images, shape, free / each));
      }
    }
    try {
      return work.get();
    } catch (OutOfMemoryError full) {
      long fit = Math.min((available() + computation.bytes()) / each, images / 2);
      throw new ProblemException(tooMany(images, shape, fit), full);
    }
  }

  private static Problem tooMany(int images, Shape shape, long fit) {
    return new Problem(
        Problem.Kind.MACHINE,
        "There is not enough memory for %d images of %s at once.".formatted(images, shape),
        fit < 1
            ? "Close other programs, or choose smaller images or a smaller model."
            : "Use a smaller batch; about --batch " + fit + " would fit.");
  }

  /** Does work that needs memory of a fixed size. */
  static <T> T needed(Supplier<T> work, String purpose, String remedy) {
    try {
      return work.get();
    } catch (OutOfMemoryError full) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.MACHINE, "There is not enough memory for " + purpose + ".", remedy),
          full);
    }
  }

  /** Bytes that programs can still have; very many when the system does not say. */
  static long available() {
    try (Stream<String> lines = Files.lines(LINUX)) {
      return lines
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(Long.MAX_VALUE / 2);
    } catch (IOException notLinux) {
      return Long.MAX_VALUE / 2;
    }
  }
}
