package axial.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the command line in a process of its own. */
public final class Cli {

  /** What came out, standard error included, and the exit code. */
  public record Result(int code, String output) {}

  private Cli() {}

  /** Runs {@code axial} with this Java. */
  static Result axial(Path workspace, String... arguments)
      throws IOException, InterruptedException {
    return run(command(Path.of(System.getProperty("java.home")), workspace, arguments));
  }

  static ProcessBuilder command(Path javaHome, Path workspace, String... arguments) {
    Path export = Axial.home().resolve("run-configs/target/export");
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin/java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:TieredStopAtLevel=1"); // it lives too briefly for the second compiler
    if (!javaHome.equals(Path.of(System.getProperty("java.home")))
        || Runtime.version().feature() >= 23) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-Djava.awt.headless=true");
    command.add("-Daxial.workspace=" + workspace);
    command.add("-Daxial.bundles=" + export.resolve("headless"));
    command.add("-cp");
    command.add(export.resolve("launcher") + "/*");
    command.add("axial.launcher.Main");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("OMP_WAIT_POLICY", "passive");
    return builder;
  }

  /** Runs a command, five minutes at most. */
  public static Result run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("The command did not end: " + output);
    }
    return new Result(process.exitValue(), output);
  }
}
