package axial.data.cache;

import axial.data.Dataset;
import axial.data.ImageLoader;
import axial.data.ImageStore;
import axial.data.Sample;
import axial.data.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps images in {@code cache/pixels} of the workspace, one folder for each shape and version of
 * the loader. The framework property {@value #MOST} says how many MiB they may take, 10,240 by
 * default; 0 keeps nothing. Whenever a data set is opened, images that were longest not in use make
 * room for it.
 */
@Component
public final class PixelStore implements ImageStore {

  static final String MOST = "axial.pixel-cache";

  private static final String FORMAT = "1";
  private static final long DEFAULT_MIB = 10_240;
  private static final long MEBI = 1 << 20;

  private final ImageLoader loader;
  private final CacheFolder cache;
  private final long most;
  private final UnaryOperator<OutputStream> files;

  /** A store in the workspace that the framework property {@code axial.workspace} names. */
  @Activate
  public PixelStore(BundleContext framework, @Reference ImageLoader loader) {
    this(
        workspace(framework.getProperty("axial.workspace")).resolve("cache").resolve("pixels"),
        bytes(framework.getProperty(MOST)),
        loader,
        UnaryOperator.identity());
  }

  /**
   * A store in that folder.
   *
   * @param most bytes that it may take
   * @param files stands between the store and each file that it writes
   */
  PixelStore(Path folder, long most, ImageLoader loader, UnaryOperator<OutputStream> files) {
    this.loader = loader;
    this.cache = new CacheFolder(folder.toAbsolutePath());
    this.most = most;
    this.files = files;
  }

  private static Path workspace(@Nullable String property) {
    return Path.of(property == null ? "workspace" : property);
  }

  /** What a size in MiB means; the default when it is none from 0 to 2^40. */
  static long bytes(@Nullable String mebibytes) {
    return MEBI
        * (mebibytes != null && mebibytes.matches("[0-9]{1,12}")
            ? Math.min(Long.parseLong(mebibytes), 1L << 40)
            : DEFAULT_MIB);
  }

  @Override
  public Images open(Dataset dataset, Shape shape) {
    Path folder = cache.path().resolve(FORMAT + "-" + loader.version() + "-" + shape);
    Set<String> wanted = dataset.samples().stream().map(Sample::id).collect(Collectors.toSet());
    KeptImages images = new KeptImages(dataset.pixels(), loader, shape, folder, files);
    Set<Path> inUse = new HashSet<>();
    for (String name : cache.segments(folder)) {
      Segment segment = new Segment(folder, name, shape.size());
      try {
        if (images.take(segment, wanted)) {
          cache.touch(segment);
          inUse.add(segment.pixels());
          inUse.add(segment.ids());
        }
      } catch (IOException gone) {
        System.getLogger(PixelStore.class.getName())
            .log(System.Logger.Level.DEBUG, "The kept images {0} cannot be read.", name);
      }
    }
    long needed = (wanted.size() - images.count()) * ((long) shape.size() + Entry.BYTES);
    cache.shrink(Math.max(0, most - needed), inUse);
    images.allow(most - cache.bytes());
    return images;
  }

  @Override
  public Usage usage() {
    return new Usage(cache.path(), cache.bytes(), most);
  }
}
