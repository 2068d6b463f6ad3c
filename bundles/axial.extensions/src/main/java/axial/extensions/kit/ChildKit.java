package axial.extensions.kit;

import axial.extension.ContractKit;
import axial.extensions.jar.JarContents;
import axial.job.CancelledException;
import axial.job.Problem;
import axial.job.ProblemException;
import axial.job.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Checks a bundle in another Java process, started as this one was. */
@Component
public final class ChildKit implements ContractKit {

  private static final String PROCESS = "ends in order";
  private static final String CLOSED = "axial-check-closed";
  private static final Duration MOST = Duration.ofMinutes(10);
  private static final long LOOK_EVERY_MILLIS = 200;
  private static final long SECONDS_TO_END = 30;
  private static final int UNSAFE_WARNS_FROM = 23;

  private final BundleContext framework;

  /** A kit for the Axial of this framework. */
  @Activate
  public ChildKit(BundleContext framework) {
    this.framework = framework;
  }

  @Override
  public List<Check> check(Path jar, Consumer<Check> listener, Progress progress) {
    if (!Files.isRegularFile(jar)) {
      throw ProblemException.of(
          Problem.Kind.INPUT, "There is no jar " + jar + ".", "Build it first: mvn package.");
    }
    String imports =
        JarContents.read(jar, jar.toString(), progress).header("Import-Package").orElse("");
    Path bundles = bundles(imports.contains("axial.view"));
    try {
      Path work = Files.createTempDirectory("axial-check");
      try {
        return check(command(jar.toAbsolutePath(), bundles, work), listener, progress);
      } finally {
        delete(work);
      }
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.MACHINE,
              "The process that checks cannot be started (%s)."
                  .formatted(broken.getClass().getSimpleName()),
              "Check that there is room in the folder for temporary files."),
          broken);
    }
  }

  /** The built-in bundles; those of the window where the bundle needs them and they are built. */
  private Path bundles(boolean window) {
    Path bundles =
        Path.of(Optional.ofNullable(framework.getProperty("axial.bundles")).orElse("bundles"));
    Path others = bundles.resolveSibling("workbench");
    return window && Files.isDirectory(others) ? others : bundles;
  }

  private static List<Check> check(
      List<String> command, Consumer<Check> listener, Progress progress) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<Check> checks = new ArrayList<>();
    Consumer<Check> told =
        check -> {
          checks.add(check);
          listener.accept(check);
        };
    try {
      process.getOutputStream().close();
      read(process, told, progress);
    } finally {
      process.destroyForcibly();
    }
    return List.copyOf(checks);
  }

  private static void read(Process process, Consumer<Check> told, Progress progress) {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> readInto(lines, process), "axial-check-reader");
    reader.setDaemon(true);
    reader.start();
    long end = System.nanoTime() + MOST.toNanos();
    boolean whole = false;
    try {
      while (System.nanoTime() < end) {
        progress.checkCancelled();
        @Nullable String line = lines.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        if (CLOSED.equals(line)) {
          if (!whole) {
            told.accept(ended(process));
          }
          return;
        }
        whole |= CheckLine.END.equals(line);
        Optional.ofNullable(line).flatMap(CheckLine::read).ifPresent(told);
      }
      told.accept(
          Checks.failed(
              PROCESS,
              "It was not done after %d minutes.".formatted(MOST.toMinutes()),
              "End every thread in @Deactivate, and return at once from activation."));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CancelledException("The check");
    }
  }

  private static Check ended(Process process) throws InterruptedException {
    boolean gone = process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
    return Checks.failed(
        PROCESS,
        gone
            ? "The process of the check ended with code %d before it was done."
                .formatted(process.exitValue())
            : "The process of the check closed its output before it was done.",
        "Never call System.exit; a crash leaves a file hs_err_pid*.log here.");
  }

  private static void readInto(BlockingQueue<String> lines, Process process) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException broken) {
      System.getLogger(ChildKit.class.getName())
          .log(System.Logger.Level.DEBUG, "The check's output broke off.", broken);
    } finally {
      lines.add(CLOSED);
    }
  }

  private List<String> command(Path jar, Path bundles, Path work) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= UNSAFE_WARNS_FROM) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-Xshare:auto");
    command.add("-XX:MetaspaceSize=256m");
    command.add("-Dstdout.encoding=UTF-8");
    command.add("-Djava.awt.headless=true");
    command.add("-Daxial.command=check");
    command.add("-Daxial.safe-mode=true");
    command.add("-Daxial.workspace=" + work.resolve("workspace"));
    command.add("-Daxial.bundles=" + bundles);
    Optional.ofNullable(framework.getProperty("axial.cache"))
        .ifPresent(cache -> command.add("-Daxial.cache=" + cache));
    command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
    command.addAll(List.of("axial.launcher.Main", jar.toString(), work.resolve("runs").toString()));
    return command;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
