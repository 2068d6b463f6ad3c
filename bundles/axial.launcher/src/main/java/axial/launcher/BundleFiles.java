package axial.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bundle files of folders, each symbolic name and version once. */
final class BundleFiles {

  private final List<String> warnings = new ArrayList<>();
  private final Map<String, Path> byIdentity = new HashMap<>();

  /** The bundles of a folder in the order of their names; a missing folder has none. */
  List<BundleFile> in(Path folder) throws LaunchException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> jars;
    try (Stream<Path> list = Files.list(folder)) {
      jars = list.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException broken) {
      throw new LaunchException(
          "The folder of bundles " + folder + " cannot be read. Check its rights.", broken);
    }
    List<BundleFile> files = new ArrayList<>();
    for (Path jar : jars) {
      BundleFile.of(jar)
          .ifPresentOrElse(
              file -> addOnce(file, files),
              () ->
                  warnings.add(
                      jar + " is no bundle and was left out. Remove it, or build it with bnd."));
    }
    return files;
  }

  private void addOnce(BundleFile file, List<BundleFile> files) {
    @Nullable Path former = byIdentity.putIfAbsent(file.identity(), file.file());
    if (former == null) {
      files.add(file);
    } else {
      warnings.add(
          "The bundle %s is there twice, in %s and %s; the first is used. Remove one of them."
              .formatted(file.identity(), former, file.file()));
    }
  }

  /** What the user should know, one sentence each. */
  List<String> warnings() {
    return warnings;
  }
}
