package axial.data.holdout;

import axial.data.DuplicateGroup;
import axial.data.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins samples that must not be torn apart: those of one group, content or group of duplicates.
 */
final class Units {

  private final int[] parent;

  private Units(int count) {
    parent = new int[count];
    for (int i = 0; i < count; i++) {
      parent[i] = i;
    }
  }

  /** The units in the order of their first samples, each in the order of the data set. */
  static List<List<Sample>> of(List<Sample> samples, List<DuplicateGroup> duplicates) {
    Units units = new Units(samples.size());
    Map<String, Integer> byKey = new HashMap<>();
    Map<Sample, Integer> place = new HashMap<>();
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      place.put(sample, i);
      units.join(i, byKey.computeIfAbsent("group " + sample.group(), k -> place.get(sample)));
      units.join(i, byKey.computeIfAbsent("id " + sample.id(), k -> place.get(sample)));
    }
    for (DuplicateGroup group : duplicates) {
      List<Integer> members = group.samples().stream().map(place::get).toList();
      members.forEach(member -> units.join(member, members.get(0)));
    }
    Map<Integer, List<Sample>> byRoot = new LinkedHashMap<>();
    for (int i = 0; i < samples.size(); i++) {
      byRoot.computeIfAbsent(units.root(i), r -> new ArrayList<>()).add(samples.get(i));
    }
    return new ArrayList<>(byRoot.values());
  }

  private int root(int i) {
    int root = i;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  private void join(int a, int b) {
    int one = root(a);
    int other = root(b);
    parent[Math.max(one, other)] = Math.min(one, other);
  }
}
