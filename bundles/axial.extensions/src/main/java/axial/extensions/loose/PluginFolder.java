package axial.extensions.loose;

import axial.extension.Leases;
import axial.extension.LooseJars;
import axial.extensions.disk.WholeFile;
import axial.extensions.set.LooseBundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The folder {@code plugins} of the workspace. */
@Component
public final class PluginFolder implements LooseJars {

  private final Path folder;
  private final LooseBundles bundles;
  private final List<FolderWatch> open = new CopyOnWriteArrayList<>();

  /** The folder of the workspace that the framework property {@code axial.workspace} names. */
  @Activate
  public PluginFolder(BundleContext context, @Reference LooseBundles bundles) {
    String workspace =
        Optional.ofNullable(context.getProperty("axial.workspace")).orElse("workspace");
    this.folder = Path.of(workspace).toAbsolutePath().normalize().resolve("plugins");
    this.bundles = bundles;
  }

  @Override
  public Leases.Watch watch(Consumer<Swap> listener) {
    try {
      Files.createDirectories(folder);
      FolderWatch watch = new FolderWatch(folder, new Swaps(bundles, listener));
      open.add(watch);
      watch.begin();
      return () -> {
        open.remove(watch);
        watch.close();
      };
    } catch (IOException refused) {
      throw WholeFile.unwritable(folder, refused);
    }
  }

  @Deactivate
  void stop() {
    open.forEach(FolderWatch::close);
  }
}
