package axial.dedup.index;

import axial.data.PixelReader;
import axial.data.Sample;
import axial.data.Thumbnail;
import axial.data.Thumbnails;
import axial.job.Machine;
import axial.job.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Thumbnails in the file {@code cache/thumbnails-1.bin} of the workspace. */
@Component
public final class KeptThumbnails implements Thumbnails {

  private static final int VERSION = 1;
  private static final int AT_ONCE = 32;

  private final ContentFile file;
  private final int threads;

  /** Keeps them in the workspace that the framework property {@code axial.workspace} names. */
  @Activate
  public KeptThumbnails(BundleContext framework) {
    this(workspace(framework.getProperty("axial.workspace")), threads(framework));
  }

  KeptThumbnails(Path workspace, int threads) {
    this.file =
        new ContentFile(
            workspace.resolve("cache").resolve("thumbnails-" + VERSION + ".bin"),
            VERSION,
            0,
            Thumbnail.SIDE * Thumbnail.SIDE);
    this.threads = threads;
  }

  private static Path workspace(@org.jspecify.annotations.Nullable String property) {
    return Path.of(property == null ? "workspace" : property);
  }

  private static int threads(BundleContext framework) {
    return Machine.threads(framework::getProperty);
  }

  @Override
  public List<Thumbnail> of(List<Sample> samples, PixelReader pixels, Progress progress) {
    file.refresh();
    make(missing(samples), pixels, progress);
    List<Thumbnail> thumbnails = new ArrayList<>(samples.size());
    for (Sample sample : samples) {
      progress.check();
      thumbnails.add(kept(sample).orElseGet(() -> thumbnail(sample, pixels)));
    }
    return thumbnails;
  }

  private Optional<Thumbnail> kept(Sample sample) {
    return file.body(sample.id()).map(Thumbnail::new);
  }

  private List<Sample> missing(List<Sample> samples) {
    Set<String> seen = new HashSet<>();
    return samples.stream().filter(s -> seen.add(s.id()) && kept(s).isEmpty()).toList();
  }

  private void make(List<Sample> missing, PixelReader pixels, Progress progress) {
    if (missing.isEmpty()) {
      return;
    }
    AtomicInteger done = new AtomicInteger();
    progress.at("Making thumbnails", 0, missing.size());
    try (Workers workers = new Workers(threads)) {
      workers.each(
          (missing.size() + AT_ONCE - 1) / AT_ONCE,
          piece -> {
            int from = piece * AT_ONCE;
            List<ContentFile.Entry> made = new ArrayList<>();
            try {
              for (Sample sample :
                  missing.subList(from, Math.min(missing.size(), from + AT_ONCE))) {
                progress.check();
                made.add(
                    new ContentFile.Entry(
                        sample.id(), new byte[0], thumbnail(sample, pixels).grey()));
                progress.at("Making thumbnails", done.incrementAndGet(), missing.size());
              }
            } finally {
              file.append(made, Progress.none());
            }
          },
          progress);
    }
  }

  private static Thumbnail thumbnail(Sample sample, PixelReader pixels) {
    Grey grey = Grey.of(pixels.read(sample));
    return new Thumbnail(grey.squeezed(new Box(0, 0, grey.width(), grey.height()), Thumbnail.SIDE));
  }
}
