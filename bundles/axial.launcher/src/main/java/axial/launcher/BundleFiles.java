package axial.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bundle files of a folder, each symbolic name and version once. */
final class BundleFiles {

  private final List<Path> files = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Map<String, Path> byIdentity = new HashMap<>();

  /** Adds the jars of a folder in the order of their names; a missing folder has none. */
  void add(Path folder) throws LaunchException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> jars;
    try (Stream<Path> list = Files.list(folder)) {
      jars = list.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException broken) {
      throw new LaunchException(
          "The folder of bundles " + folder + " cannot be read. Check its rights.", broken);
    }
    for (Path jar : jars) {
      addFile(jar);
    }
  }

  private void addFile(Path jar) {
    String identity = identity(jar);
    if (identity.isEmpty()) {
      warnings.add(jar + " is no bundle and was left out. Remove it, or build it with bnd.");
      return;
    }
    Path former = byIdentity.putIfAbsent(identity, jar);
    if (former == null) {
      files.add(jar);
    } else {
      warnings.add(
          "The bundle %s is there twice, in %s and %s; the first is used. Remove one of them."
              .formatted(identity, former, jar));
    }
  }

  private static String identity(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      @Nullable Manifest manifest = file.getManifest();
      String name =
          manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-SymbolicName");
      if (name == null) {
        return "";
      }
      String version = manifest.getMainAttributes().getValue("Bundle-Version");
      return name.replaceFirst(";.*", "").strip() + " " + (version == null ? "0.0.0" : version);
    } catch (IOException damaged) {
      return "";
    }
  }

  /** The files to install. */
  List<Path> files() {
    return files;
  }

  /** What the user should know, one sentence each. */
  List<String> warnings() {
    return warnings;
  }
}
