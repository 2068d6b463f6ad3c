package axial.dedup.search;

import axial.data.Dataset;
import axial.data.Sample;
import axial.dedup.index.KeptLooks;
import axial.dedup.look.Look;
import axial.job.Progress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The distinct contents of a data set, numbered in the order of their first samples. */
final class Contents {

  /** Contents of less contrast (grey levels) show nothing that could be compared. */
  private static final double PLAIN = 3;

  private final Dataset dataset;
  private final KeptLooks looks;
  private final List<List<Sample>> samples;
  private final List<Sample> firsts;
  private final List<Look.Summary> summaries;

  Contents(Dataset dataset, KeptLooks looks, Progress progress) {
    Map<String, List<Sample>> byId = new LinkedHashMap<>();
    for (Sample sample : dataset.samples()) {
      byId.computeIfAbsent(sample.id(), id -> new ArrayList<>(1)).add(sample);
    }
    this.dataset = dataset;
    this.looks = looks;
    samples = List.copyOf(byId.values());
    firsts = samples.stream().map(all -> all.get(0)).toList();
    summaries = looks.summaries(firsts, dataset.pixels(), progress);
  }

  int count() {
    return firsts.size();
  }

  /** All samples of a content. */
  List<Sample> samples(int number) {
    return samples.get(number);
  }

  /** The first sample of a content. */
  Sample first(int number) {
    return firsts.get(number);
  }

  Look.Summary summary(int number) {
    return summaries.get(number);
  }

  /** Whether it shows nothing but one grey level. */
  boolean plain(int number) {
    return summary(number).contrast() < 100 * PLAIN;
  }

  /** How many show nothing but one grey level. */
  long plainCount() {
    return IntStream.range(0, count()).filter(this::plain).count();
  }

  /** The places of these samples in the data set. */
  Map<Sample, Integer> order(Collection<List<Sample>> wanted) {
    Map<Sample, Integer> order = new IdentityHashMap<>();
    wanted.forEach(samples -> samples.forEach(sample -> order.put(sample, -1)));
    List<Sample> all = dataset.samples();
    for (int i = 0; i < all.size(); i++) {
      if (order.containsKey(all.get(i))) {
        order.put(all.get(i), i);
      }
    }
    return order;
  }

  /** The content of a picture as the index keeps it. */
  byte[] content(int number) {
    return looks.content(first(number), dataset.pixels());
  }
}
