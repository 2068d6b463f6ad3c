package axial.data.split;

import axial.data.Dataset;
import axial.data.DistinctSamples;
import axial.data.Labels;
import axial.data.PixelReader;
import axial.data.Pixels;
import axial.data.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Samples of two classes without pictures. */
final class MadeUpSamples {

  private static final Labels LABELS = new Labels(List.of("no", "yes"), 1);
  private static final PixelReader NO_PIXELS =
      new PixelReader() {
        @Override
        public Pixels read(Sample sample) {
          throw new IllegalStateException("A splitter looks at no pixels.");
        }

        @Override
        public Optional<Pixels> mask(Sample sample) {
          return Optional.empty();
        }
      };

  private final List<Sample> samples = new ArrayList<>();

  /** Adds samples of one group; each for itself when the group is empty. */
  void add(int count, int label, String group) {
    for (int i = 0; i < count; i++) {
      String source = label + "/" + samples.size();
      String own = group.isEmpty() ? source : group;
      samples.add(new Sample("id" + samples.size(), source, label, own, Map.of()));
    }
  }

  List<Sample> list() {
    return samples;
  }

  DistinctSamples distinct() {
    return DistinctSamples.of(
        new Dataset("d", "d", LABELS, samples, List.of(), List.of(), NO_PIXELS), List.of());
  }
}
