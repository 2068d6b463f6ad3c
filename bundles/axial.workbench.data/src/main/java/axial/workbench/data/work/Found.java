package axial.workbench.data.work;

import axial.data.Dataset;
import axial.data.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Data as a source found it, before edits by hand.
 *
 * @param address as it was given to the source
 * @param source id of the source
 * @param set settings without those for edits
 * @param dataset what was found
 * @param byContent its samples by content id
 * @param bySource its samples by source
 */
public record Found(
    String address,
    String source,
    Map<String, String> set,
    Dataset dataset,
    Map<String, List<Sample>> byContent,
    Map<String, Sample> bySource) {

  /** Found data with its indices; takes some time for large data. */
  public static Found of(String address, String source, Map<String, String> set, Dataset dataset) {
    Map<String, List<Sample>> byContent = new HashMap<>();
    Map<String, Sample> bySource = new HashMap<>();
    for (Sample sample : dataset.samples()) {
      byContent.computeIfAbsent(sample.id(), id -> new ArrayList<>(1)).add(sample);
      bySource.put(sample.source(), sample);
    }
    return new Found(
        address,
        source,
        Collections.unmodifiableMap(new LinkedHashMap<>(set)),
        dataset,
        Collections.unmodifiableMap(byContent),
        Collections.unmodifiableMap(bySource));
  }

  /** Whether these are of one opening; does not look at what they hold, which may be much. */
  public static boolean same(Optional<Found> some, Optional<Found> others) {
    return some.isPresent() == others.isPresent() && (some.isEmpty() || some.get() == others.get());
  }

  /** The sample of a source. */
  public Optional<Sample> sample(String of) {
    return Optional.ofNullable(bySource.get(of));
  }

  /** The same with other settings. */
  Found with(Map<String, String> changed) {
    return new Found(
        address,
        source,
        Collections.unmodifiableMap(new LinkedHashMap<>(changed)),
        dataset,
        byContent,
        bySource);
  }
}
