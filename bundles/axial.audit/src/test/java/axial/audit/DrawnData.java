package axial.audit;

import axial.data.Dataset;
import axial.data.Labels;
import axial.data.LeftOut;
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

/** A data set of pictures that a test draws, with the classes "no" and "yes". */
public final class DrawnData implements PixelReader {

  public static final Labels LABELS = new Labels(List.of("no", "yes"), 1);

  private final Map<String, Pixels> pictures = new HashMap<>();
  private final List<Sample> samples = new ArrayList<>();

  /** Adds a picture that is a group by itself. */
  public DrawnData add(String source, int label, Pixels pixels) {
    return add(source, label, source, Map.of("format", "jpeg"), pixels);
  }

  public DrawnData add(
      String source, int label, String group, Map<String, String> attributes, Pixels pixels) {
    pictures.put(source, pixels);
    samples.add(new Sample(pixels.contentId(), source, label, group, attributes));
    return this;
  }

  public List<Sample> samples() {
    return samples;
  }

  public Dataset dataset(String name) {
    return dataset(name, LABELS);
  }

  public Dataset dataset(String name, Labels labels) {
    List<LeftOut> leftOut = List.of(new LeftOut("notes.txt", "It is not an image."));
    return new Dataset(name, "data/" + name, labels, samples, leftOut, List.of("Drawn."), this);
  }

  @Override
  public Pixels read(Sample sample) {
    Pixels pixels = pictures.get(sample.source());
    if (pixels == null) {
      throw new IllegalArgumentException("No test drew " + sample.source());
    }
    return pixels;
  }

  @Override
  public Optional<Pixels> mask(Sample sample) {
    return Optional.empty();
  }

  /** A picture of one grey value with so much noise. */
  public static Pixels noise(int width, int height, int grey, int noise, long seed) {
    Draws draws = new Seed(seed).draws();
    byte[] data = new byte[width * height];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) Math.max(0, Math.min(255, grey - noise + draws.below(2 * noise + 1)));
    }
    return new Pixels(width, height, 1, data);
  }
}
