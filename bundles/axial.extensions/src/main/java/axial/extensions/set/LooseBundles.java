package axial.extensions.set;

import axial.extension.BundleName;
import axial.extensions.disk.Hash;
import axial.extensions.disk.WholeFile;
import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Running bundles of loose jars. A jar is read once, and those very bytes are installed. */
@Component(service = LooseBundles.class)
public final class LooseBundles {

  private final Swapping swapping;
  private final RunningSet set;

  /** The loose bundles of a framework. */
  @Activate
  public LooseBundles(@Reference Swapping swapping, @Reference RunningSet set) {
    this.swapping = swapping;
    this.set = set;
  }

  /**
   * Puts the bundle of a jar in the place of the running ones of its symbolic name.
   *
   * @return what came; nothing when these very bytes run already
   * @throws ProblemException of kind INPUT for a file that is no bundle, of kind EXTENSION for one
   *     that does not resolve or start; the former bundle goes on
   */
  public Optional<BundleName> swap(Path jar) {
    byte[] bytes = read(jar);
    String hash = Hash.of(bytes);
    Path kept = swapping.loose().resolve(hash + ".jar");
    WholeFile.write(kept, bytes);
    BundleName name =
        name(kept)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Problem.Kind.INPUT,
                        jar.getFileName() + " is no bundle and was left out.",
                        "Build it with a Bundle-SymbolicName in its manifest."));
    List<Bundle> former =
        running().stream()
            .filter(bundle -> name.symbolicName().equals(bundle.getSymbolicName()))
            .toList();
    if (former.stream().anyMatch(bundle -> Arrival.isOf(bundle, hash))) {
      return Optional.empty();
    }
    swapping.exchange(
        List.of(Arrival.copied(name.toString(), jar, hash, kept)), former, Map.of(), () -> {});
    return Optional.of(name);
  }

  /**
   * Lets the running bundles of a jar that is gone retire. What it was started in the place of, an
   * installed extension or a built-in bundle, comes back.
   *
   * @return what goes; nothing when no bundle runs from it
   */
  public Optional<BundleName> remove(Path jar) {
    String location = jar.toAbsolutePath().toUri().toString();
    Set<Bundle> going = new LinkedHashSet<>();
    for (Bundle bundle : running()) {
      if (bundle.getLocation().replaceFirst("#.*", "").equals(location)) {
        going.add(bundle);
      }
    }
    if (going.isEmpty()) {
      return Optional.empty();
    }
    Bundle first = going.iterator().next();
    String name = first.getSymbolicName();
    List<Path> locked = set.shadowed(name);
    List<Arrival> back =
        (locked.isEmpty() ? swapping.builtIn().jar(name).stream() : locked.stream())
            .map(own -> Arrival.lying(name, own))
            .toList();
    swapping.exchange(back, going, Map.of(), () -> {});
    return Optional.of(new BundleName(first.getSymbolicName(), first.getVersion().toString()));
  }

  private List<Bundle> running() {
    return swapping.wiring().bundles().stream()
        .filter(bundle -> bundle.getState() != Bundle.UNINSTALLED)
        .filter(bundle -> !swapping.retires(bundle))
        .toList();
  }

  /** The bundle of a jar; nothing when it is none or gone. */
  public Optional<BundleName> name(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      @Nullable Manifest manifest = file.getManifest();
      String name =
          manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-SymbolicName");
      if (name == null) {
        return Optional.empty();
      }
      String version = manifest.getMainAttributes().getValue("Bundle-Version");
      return Optional.of(
          new BundleName(
              name.replaceFirst(";.*", "").strip(), Version.parseVersion(version).toString()));
    } catch (IOException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  private static byte[] read(Path jar) {
    try {
      return Files.readAllBytes(jar);
    } catch (IOException broken) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.INPUT,
              "%s cannot be read.".formatted(jar.getFileName()),
              "Check its rights, or build it again."),
          broken);
    }
  }
}
