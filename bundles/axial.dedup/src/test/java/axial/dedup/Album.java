package axial.dedup;

import axial.data.Dataset;
import axial.data.Labels;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.phantom.PhantomSource;
import axial.job.Progress;
import axial.job.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Pictures in memory that make up data sets. */
final class Album implements PixelReader {

  private final Map<String, Pixels> pictures = new HashMap<>();
  private final List<Sample> samples = new ArrayList<>();

  /** How often a picture was read. */
  final AtomicInteger reads = new AtomicInteger();

  /** Slices of phantoms, each of its own plane or contrast, labels as drawn. */
  static Album ofPhantoms(int patients) {
    PhantomSource source = new PhantomSource();
    Map<String, String> chosen =
        Map.of(
            "patients",
            Integer.toString(patients),
            "exact-duplicates",
            "0",
            "near-duplicates",
            "0");
    Dataset drawn =
        source.open("phantom", Settings.of("phantom", source.settings(), chosen), Progress.none());
    Album album = new Album();
    drawn.samples().forEach(s -> album.add(s.source(), s.label(), drawn.pixels().read(s)));
    return album;
  }

  Sample add(String source, int label, Pixels picture) {
    Sample sample = new Sample(picture.contentId(), source, label, source, Map.of());
    pictures.put(source, picture);
    samples.add(sample);
    return sample;
  }

  List<Sample> samples() {
    return List.copyOf(samples);
  }

  Pixels picture(Sample sample) {
    return pictures.get(sample.source());
  }

  Dataset dataset() {
    return dataset(samples);
  }

  Dataset dataset(List<Sample> some) {
    return new Dataset(
        "album", "album", new Labels(List.of("no", "yes"), 1), some, List.of(), List.of(), this);
  }

  @Override
  public Pixels read(Sample sample) {
    reads.incrementAndGet();
    return picture(sample);
  }

  @Override
  public Optional<Pixels> mask(Sample sample) {
    return Optional.empty();
  }
}
