package axial.audit.shortcut;

import axial.data.DuplicateGroup;
import axial.data.Sample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers samples so that those which belong together have one number. */
final class Units {

  private final int[] parent;
  private final Map<String, Integer> firstOf = new HashMap<>();

  private Units(int samples) {
    this.parent = new int[samples];
    for (int i = 0; i < samples; i++) {
      parent[i] = i;
    }
  }

  /**
   * A number for each sample: one for samples of one content or one group of twins.
   *
   * @param patients whether samples of one {@link Sample#group()} have one number, too
   */
  static int[] of(List<Sample> samples, List<DuplicateGroup> twins, boolean patients) {
    Units units = new Units(samples.size());
    Map<String, Integer> indexOf = new HashMap<>();
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      indexOf.put(sample.source(), i);
      units.join("content " + sample.id(), i);
      if (patients) {
        units.join("group " + sample.group(), i);
      }
    }
    for (int g = 0; g < twins.size(); g++) {
      for (Sample twin : twins.get(g).samples()) {
        Integer index = indexOf.get(twin.source());
        if (index != null) {
          units.join("twins " + g, index);
        }
      }
    }
    int[] numbers = new int[samples.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = units.root(i);
    }
    return numbers;
  }

  private void join(String key, int sample) {
    Integer first = firstOf.putIfAbsent(key, sample);
    if (first != null) {
      parent[root(sample)] = root(first);
    }
  }

  private int root(int sample) {
    int root = sample;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
