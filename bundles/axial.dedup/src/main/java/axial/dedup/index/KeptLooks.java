package axial.dedup.index;

import axial.data.PixelReader;
import axial.data.Sample;
import axial.data.Thumbnail;
import axial.data.Thumbnails;
import axial.dedup.look.Look;
import axial.job.Machine;
import axial.job.Progress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Looks of pictures in the folder {@code cache} of the workspace, by content; each picture is
 * decoded once for all that is kept of it.
 */
@Component(service = {Thumbnails.class, KeptLooks.class})
public final class KeptLooks implements Thumbnails {

  /** Raised with each change of what a look is. */
  private static final int VERSION = 1;

  private static final int AT_ONCE = 32;
  private static final int THUMBNAIL = Thumbnail.SIDE * Thumbnail.SIDE;
  private static final int CONTENT = Look.SIDE * Look.SIDE;

  private final Path folder;
  private final ContentFile file;
  private final int threads;

  /** Keeps them in the workspace that the framework property {@code axial.workspace} names. */
  @Activate
  public KeptLooks(BundleContext framework) {
    this(workspace(framework.getProperty("axial.workspace")), threads(framework));
  }

  /**
   * Keeps them in that workspace.
   *
   * @param threads how many threads decode
   */
  public KeptLooks(Path workspace, int threads) {
    this.folder = workspace.resolve("cache");
    this.file =
        new ContentFile(
            folder.resolve("looks-" + VERSION + ".bin"),
            VERSION,
            Look.Summary.BYTES,
            THUMBNAIL + CONTENT);
    this.threads = threads;
  }

  private static Path workspace(@Nullable String property) {
    return Path.of(property == null ? "workspace" : property);
  }

  private static int threads(BundleContext framework) {
    return Machine.threads(framework::getProperty);
  }

  /** Where it is kept, and what depends on it may be. */
  public Path folder() {
    return folder;
  }

  /** How many threads decode and compare. */
  public int threads() {
    return threads;
  }

  @Override
  public List<Thumbnail> of(List<Sample> samples, PixelReader pixels, Progress progress) {
    file.refresh();
    make(samples.stream().filter(s -> file.body(s.id()).isEmpty()).toList(), pixels, progress);
    List<Thumbnail> thumbnails = new ArrayList<>(samples.size());
    for (Sample sample : samples) {
      progress.check();
      thumbnails.add(
          file.body(sample.id())
              .map(body -> new Thumbnail(Arrays.copyOf(body, THUMBNAIL)))
              .orElseGet(() -> Look.of(pixels.read(sample)).thumbnail()));
    }
    return thumbnails;
  }

  /**
   * What samples are found by, in their order; looks that are not kept yet are made.
   *
   * @throws axial.job.ProblemException of kind INPUT when an image can no longer be read
   * @throws axial.job.CancelledException when cancelled; what was made is kept
   */
  public List<Look.Summary> summaries(List<Sample> samples, PixelReader pixels, Progress progress) {
    file.refresh();
    List<Optional<byte[]>> kept = heads(samples);
    List<Sample> missing = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      if (kept.get(i).isEmpty()) {
        missing.add(samples.get(i));
      }
    }
    make(missing, pixels, progress);
    Iterator<Optional<byte[]>> made = heads(missing).iterator();
    List<Look.Summary> summaries = new ArrayList<>(samples.size());
    for (int i = 0; i < kept.size(); i++) {
      Sample sample = samples.get(i);
      summaries.add(
          kept.get(i)
              .or(made::next)
              .map(Look.Summary::of)
              .orElseGet(() -> Look.of(pixels.read(sample)).summary()));
    }
    return summaries;
  }

  private List<Optional<byte[]>> heads(List<Sample> samples) {
    return file.heads(samples.stream().map(Sample::id).toList());
  }

  /**
   * The content of a picture: {@link Look#SIDE} squared unsigned bytes.
   *
   * @throws axial.job.ProblemException of kind INPUT when it must be read anew and cannot be
   */
  public byte[] content(Sample sample, PixelReader pixels) {
    return file.body(sample.id())
        .map(body -> Arrays.copyOfRange(body, THUMBNAIL, THUMBNAIL + CONTENT))
        .orElseGet(() -> Look.of(pixels.read(sample)).content());
  }

  private void make(List<Sample> samples, PixelReader pixels, Progress progress) {
    Set<String> seen = new HashSet<>();
    List<Sample> missing = samples.stream().filter(s -> seen.add(s.id())).toList();
    if (missing.isEmpty()) {
      return;
    }
    AtomicInteger done = new AtomicInteger();
    progress.at("Looking at images", 0, missing.size());
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
                made.add(entry(sample.id(), Look.of(pixels.read(sample))));
                progress.at("Looking at images", done.incrementAndGet(), missing.size());
              }
            } finally {
              file.append(made, Progress.none()); // also what was made before a cancel
            }
          },
          progress);
    }
  }

  private static ContentFile.Entry entry(String id, Look look) {
    return new ContentFile.Entry(
        id,
        look.summary().bytes(),
        ByteBuffer.allocate(THUMBNAIL + CONTENT)
            .put(look.thumbnail().grey())
            .put(look.content())
            .array());
  }
}
