package axial.audit.inspect;

import axial.data.Dataset;
import axial.data.DuplicateFinder;
import axial.data.DuplicateGroup;
import axial.data.Duplicates;
import axial.data.Sample;
import axial.data.SimilarPair;
import axial.job.Progress;
import axial.job.Setting;
import axial.job.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what the names of the files say: {@code name~twin} is a near copy of {@code name}, {@code
 * name^pair} a near copy that is in no group with it, {@code name+series} its neighbour in a
 * series.
 */
final class PlantedFinder implements DuplicateFinder {

  @Override
  public String id() {
    return "near";
  }

  @Override
  public String description() {
    return "What a test has planted.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(new Setting.Real("limit", 0.9, 0, 1, "How alike."));
  }

  @Override
  public Duplicates find(Dataset dataset, Settings settings, Progress progress) {
    Map<String, List<Sample>> groups = new LinkedHashMap<>();
    Map<String, Sample> firsts = new LinkedHashMap<>();
    List<SimilarPair> pairs = new ArrayList<>();
    for (Sample sample : dataset.samples()) {
      String name = sample.source().substring(sample.source().lastIndexOf('/') + 1);
      String stem = name.split("[~^+]", -1)[0];
      Sample first = firsts.putIfAbsent(stem, sample);
      if (first == null) {
        groups.computeIfAbsent(stem, unused -> new ArrayList<>()).add(sample);
      } else {
        String names = first.source() + name;
        boolean series = names.contains("+");
        if (!series && !names.contains("^")) {
          groups.computeIfAbsent(stem, unused -> new ArrayList<>()).add(sample);
        }
        SimilarPair.Kind kind = series ? SimilarPair.Kind.SERIES : SimilarPair.Kind.NEAR;
        pairs.add(new SimilarPair(first, sample, kind, "mirrored", Map.of("correlation", 0.97)));
      }
    }
    return new Duplicates(
        groups.values().stream().filter(g -> g.size() > 1).map(DuplicateGroup::new).toList(),
        pairs);
  }
}
