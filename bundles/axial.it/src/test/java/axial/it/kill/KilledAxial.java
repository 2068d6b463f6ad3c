package axial.it.kill;

import axial.it.Axial;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** An Axial of the launcher and the bundles that the extensions need, in a process of its own. */
final class KilledAxial implements AutoCloseable {

  private static final List<String> BUNDLES =
      List.of(
          "axial.api-",
          "axial.extensions-",
          "axial.run-",
          "jackson-",
          "org.apache.felix.scr-",
          "org.osgi.");

  private final Process process;
  private final BufferedReader lines;
  private final List<String> said = new ArrayList<>();

  private KilledAxial(Process process) {
    this.process = process;
    this.lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Makes a folder of the bundles, with a {@link Driver} as their command line. */
  static Path bundles(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path all = Axial.home().resolve("run-configs/target/export/headless");
    try (Stream<Path> jars = Files.list(all)) {
      for (Path jar : jars.toList()) {
        if (BUNDLES.stream().anyMatch(jar.getFileName().toString()::startsWith)) {
          Files.copy(jar, folder.resolve(jar.getFileName()));
        }
      }
    }
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "axial.it.driver");
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Bundle-Activator", Driver.class.getName());
    main.putValue(
        "Import-Package",
        "axial.extension,axial.job,axial.model,axial.data,org.osgi.framework,"
            + "org.osgi.util.tracker");
    try (OutputStream out = Files.newOutputStream(folder.resolve("driver.jar"));
        JarOutputStream jar = new JarOutputStream(out, manifest);
        Stream<Path> classes = Files.list(classes())) {
      for (Path file : classes.filter(KilledAxial::isOfDriver).toList()) {
        jar.putNextEntry(new JarEntry("axial/it/kill/" + file.getFileName()));
        Files.copy(file, jar);
        jar.closeEntry();
      }
    }
    return folder;
  }

  private static Path classes() {
    return Path.of(URI.create(Driver.class.getResource("Driver.class").toString())).getParent();
  }

  private static boolean isOfDriver(Path file) {
    return file.getFileName().toString().matches("Driver(\\$\\w+)?\\.class");
  }

  /** Starts one that takes these steps. */
  static KilledAxial start(Path bundles, Path workspace, List<String> steps) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Daxial.workspace=" + workspace,
            "-Daxial.cache=" + workspace.resolveSibling(workspace.getFileName() + "-cache"),
            "-Daxial.bundles=" + bundles,
            "-cp",
            Axial.home().resolve("run-configs/target/export/launcher") + "/*",
            "axial.launcher.Main"));
    command.addAll(steps);
    return new KilledAxial(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Reads on to a line that begins so, and gives what was said before it. */
  List<String> to(String beginning) throws IOException {
    List<String> before = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      if (line.startsWith(beginning)) {
        return before;
      }
      before.add(line);
    }
    throw new AssertionError("It did not say \"" + beginning + "\": " + said);
  }

  /** The nanoseconds of the last step of that name. */
  long nanos(String step) {
    return said.stream()
        .filter(line -> line.startsWith("done " + step + " "))
        .map(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  /** Kills it after a while. */
  void kill(long nanos) throws InterruptedException {
    if (!process.waitFor(nanos, TimeUnit.NANOSECONDS)) {
      process.toHandle().destroyForcibly(); // its last words are read after that
      process.waitFor();
    }
  }

  /** Whether a step is among its last words, those since it was last listened to. */
  boolean hasDone(String step) {
    List<String> last = lines.lines().toList();
    said.addAll(last);
    return last.stream().anyMatch(line -> line.startsWith("done " + step + " "));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
