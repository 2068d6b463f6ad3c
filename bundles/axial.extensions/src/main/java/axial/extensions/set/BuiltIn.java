package axial.extensions.set;

import axial.job.Problem;
import axial.job.ProblemException;
import axial.launcher.dl4j.Dl4jUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** The bundles that Axial is delivered with: which of them may be replaced while it runs. */
final class BuiltIn {

  /** What makes changes, holds leases, or is what the user is speaking with. */
  private static final Set<String> FRAME =
      Set.of("axial.api", "axial.extensions", "axial.run", "axial.cli", "axial.workbench");

  private final Optional<Path> folder;
  private final Wiring wiring;

  /**
   * The bundles of a folder.
   *
   * @param folder nothing when the framework was started without one
   */
  BuiltIn(Optional<Path> folder, Wiring wiring) {
    this.folder = folder.map(path -> path.toAbsolutePath().normalize());
    this.wiring = wiring;
  }

  /** Whether a bundle was installed from that folder. */
  boolean has(Bundle bundle) {
    return folder
        .filter(path -> bundle.getLocation().startsWith("reference:" + path.toUri()))
        .isPresent();
  }

  /**
   * Refuses to replace what Axial cannot exchange while it runs.
   *
   * @throws ProblemException of kind EXTENSION
   */
  void requireReplaceable(Collection<Bundle> going) {
    for (Bundle bundle : going) {
      if (FRAME.contains(bundle.getSymbolicName())) {
        throw fixed(bundle, "is the frame that everything else works in");
      }
      List<Bundle> users = wiring.users(bundle);
      Optional<Bundle> user = users.stream().filter(u -> has(u) && !going.contains(u)).findFirst();
      if (has(bundle) && user.isPresent()) {
        throw fixed(bundle, "is what %s works with".formatted(user.get().getSymbolicName()));
      }
    }
  }

  private static ProblemException fixed(Bundle bundle, String why) {
    return ProblemException.of(
        Problem.Kind.EXTENSION,
        "%s %s %s, so that no extension can take its place."
            .formatted(bundle.getSymbolicName(), bundle.getVersion(), why),
        "Install a newer Axial instead.");
  }

  /**
   * Refuses a bundle that brings classes for DL4J: DL4J keeps classes that it has once seen in
   * caches of its own and would go on computing with the old ones after an update. Only another
   * version of Axial's own engine may use it.
   *
   * @throws ProblemException of kind EXTENSION
   */
  void requireNeutral(Bundle bundle) {
    if (jar(bundle.getSymbolicName()).isPresent()) {
      return;
    }
    Dl4jUse.of(bundle)
        .ifPresent(
            use -> {
              throw ProblemException.of(
                  Problem.Kind.EXTENSION,
                  "%s %s brings classes for DL4J (%s), which would be used on after an update."
                      .formatted(bundle.getSymbolicName(), bundle.getVersion(), use),
                  "Describe the network with the layers of axial.model; docs/extension.md says"
                      + " why.");
            });
  }

  /** The jar of a built-in bundle. */
  Optional<Path> jar(String symbolicName) {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .filter(file -> symbolicName.equals(symbolicName(file)))
          .findFirst();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static String symbolicName(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      @Nullable Manifest manifest = file.getManifest();
      String name =
          manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-SymbolicName");
      return name == null ? "" : name.replaceFirst(";.*", "").strip();
    } catch (IOException damaged) {
      return "";
    }
  }
}
