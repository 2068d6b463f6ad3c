package axial.data.cache;

import axial.data.Dataset;
import axial.data.Labels;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.job.Draws;
import axial.job.Seed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Drawn pictures, grey and coloured in turn, and how often they were read. */
final class Gradients implements PixelReader {

  private final Map<String, Pixels> pictures = new HashMap<>();
  private final List<Sample> samples = new ArrayList<>();
  private final AtomicInteger reads = new AtomicInteger();

  Gradients(int count, long seed) {
    Draws draws = new Seed(seed).draws();
    for (int i = 0; i < count; i++) {
      int width = 20 + draws.below(20);
      int height = 20 + draws.below(20);
      int channels = i % 2 == 0 ? 1 : 3;
      byte[] data = new byte[width * height * channels];
      for (int j = 0; j < data.length; j++) {
        data[j] = (byte) draws.below(256);
      }
      Pixels picture = new Pixels(width, height, channels, data);
      String source = "p" + i;
      pictures.put(source, picture);
      samples.add(new Sample(picture.contentId(), source, i % 2, source, Map.of()));
    }
  }

  List<Sample> samples() {
    return samples;
  }

  Dataset dataset() {
    return dataset(samples);
  }

  Dataset dataset(List<Sample> some) {
    return new Dataset(
        "gradients",
        "gradients",
        new Labels(List.of("a", "b"), 1),
        some,
        List.of(),
        List.of(),
        this);
  }

  Pixels picture(Sample sample) {
    return Optional.ofNullable(pictures.get(sample.source())).orElseThrow();
  }

  /** Puts another picture in the place of one. */
  void change(Sample sample) {
    pictures.put(sample.source(), new Pixels(1, 1, 1, new byte[] {7}));
  }

  /** How many pictures were read since this was last asked. */
  int reads() {
    return reads.getAndSet(0);
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
