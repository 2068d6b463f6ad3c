package axial.run.stages;

import axial.data.Dataset;
import axial.data.Labels;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import axial.data.SimilarPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Samples without pictures. */
final class Samples {

  static final Labels LABELS = new Labels(List.of("no", "yes"), 1);

  private Samples() {}

  /** A sample of a content and a class whose group is itself. */
  static Sample sample(String source, String content, int label) {
    return new Sample(content, source, label, source, Map.of());
  }

  static Sample grouped(String source, String content, int label, String group) {
    return new Sample(content, source, label, group, Map.of());
  }

  static SimilarPair pair(Sample first, Sample second, SimilarPair.Kind kind) {
    return new SimilarPair(first, second, kind, "mirrored", Map.of("phash", 4.0));
  }

  static Dataset dataset(List<Sample> samples) {
    PixelReader blind =
        new PixelReader() {
          @Override
          public Pixels read(Sample sample) {
            throw new AssertionError("nobody reads pixels here");
          }

          @Override
          public Optional<Pixels> mask(Sample sample) {
            return Optional.empty();
          }
        };
    return new Dataset("made up", "made-up", LABELS, samples, List.of(), List.of(), blind);
  }
}
