package axial.run.isolated;

import axial.run.IsolatedRuns.Limits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command line of a process: the same launcher and the same built-in bundles in the Java that
 * runs now, with a heap of its own and an environment that holds nothing of the user.
 *
 * @param launcher class path of the launcher
 * @param bundles folder of the built-in bundles
 */
record ChildJava(String launcher, Path bundles) {

  /** What is kept of the environment: where programs are, the language, how to compute. */
  private static final List<String> KEPT =
      List.of(
          "PATH", "LANG", "LC_ALL", "TZ", "OMP_NUM_THREADS", "OMP_WAIT_POLICY", "GLIBC_TUNABLES");

  private static final int NEEDS_WORD_FOR_UNSAFE = 23;

  /** A process that works in that folder. */
  ProcessBuilder builder(ChildWorkspace place, Limits limits) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= NEEDS_WORD_FOR_UNSAFE) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-Xmx" + (limits.memoryBytes() >> 20) + "m");
    command.add("-XX:+UseParallelGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:+DisplayVMOutputToStderr");
    command.add("-XX:-UsePerfData");
    command.add("-Djava.awt.headless=true");
    command.add("-Djava.io.tmpdir=" + place.temp());
    command.add("-Duser.home=" + place.home());
    command.add("-Daxial.cache=" + place.cache());
    command.add("-Daxial.workspace=" + place.workspace());
    command.add("-Daxial.bundles=" + bundles);
    command.add("-Daxial.command=isolated");
    command.add("-cp");
    command.add(launcher);
    command.add("axial.launcher.Main");
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(KEPT);
    environment.put("HOME", place.home().toString());
    environment.put("TMPDIR", place.temp().toString());
    return builder;
  }
}
