package axial.extensions.loose;

import axial.extension.BundleName;
import axial.extension.LooseJars.Swap;
import axial.extensions.set.LooseBundles;
import axial.job.Problem;
import axial.job.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Puts written jars in the place of running bundles, and tells how that went. */
final class Swaps implements FolderWatch.Listener {

  private final LooseBundles bundles;
  private final Consumer<Swap> listener;

  Swaps(LooseBundles bundles, Consumer<Swap> listener) {
    this.bundles = bundles;
    this.listener = listener;
  }

  /** Reads every entry, whose checksum is looked at then. */
  @Override
  public boolean isWhole(Path jar) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
      return zip.size() > 0;
    } catch (IOException half) {
      return false;
    }
  }

  @Override
  public void written(Path jar) {
    tell(jar, false, bundles::swap);
  }

  @Override
  public void removed(Path jar) {
    tell(jar, true, bundles::remove);
  }

  private interface Step {
    Optional<BundleName> on(Path jar);
  }

  private void tell(Path jar, boolean removed, Step step) {
    try {
      Optional<BundleName> bundle = step.on(jar);
      if (bundle.isPresent()) {
        listener.accept(new Swap(jar, bundle, removed, Optional.empty()));
      }
    } catch (ProblemException refused) {
      listener.accept(new Swap(jar, bundles.name(jar), removed, Optional.of(refused.problem())));
    } catch (RuntimeException | LinkageError broken) {
      Problem problem =
          new Problem(
              Problem.Kind.INTERNAL,
              "%s could not be swapped: %s.".formatted(jar.getFileName(), broken),
              "The former bundle goes on.");
      listener.accept(new Swap(jar, bundles.name(jar), removed, Optional.of(problem)));
    }
  }
}
