package axial.eval;

import axial.data.Sample;
import axial.job.Seed;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Compares what several models said, with tests on the images that they share. Thread-safe. */
@ProviderType
public interface PredictionComparer {

  /**
   * Compares models; takes a second or so for thousands of images.
   *
   * @param contenders at least two; the others are compared with the first
   * @param seed decides the bootstrap
   */
  Comparison compare(List<Contender> contenders, Seed seed);

  /**
   * A model with what it said.
   *
   * @param name unique among the contenders
   * @param test predictions for its test part
   * @param samples its samples by their sources, with their groups; one that is missing is a group
   *     of its own
   */
  record Contender(String name, Predictions test, Map<String, Sample> samples) {
    /** Copies the map. */
    public Contender {
      samples = Map.copyOf(samples);
    }
  }
}
