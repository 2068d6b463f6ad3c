package axial.dedup;

import axial.data.Dataset;
import axial.data.DuplicateFinder;
import axial.data.DuplicateGroup;
import axial.data.Duplicates;
import axial.data.Sample;
import axial.job.Progress;
import axial.job.Setting;
import axial.job.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Finds pictures whose decoded pixels are equal, whatever their files, folders and classes. */
@Component
public final class ExactDuplicates implements DuplicateFinder {

  @Override
  public String id() {
    return "exact";
  }

  @Override
  public String description() {
    return "Pictures whose decoded pixels are equal, in the whole data set.";
  }

  @Override
  public List<Setting> settings() {
    return List.of();
  }

  @Override
  public Duplicates find(Dataset dataset, Settings settings, Progress progress) {
    Map<String, List<Sample>> byContent = new LinkedHashMap<>();
    for (Sample sample : dataset.samples()) {
      progress.check();
      byContent.computeIfAbsent(sample.id(), id -> new ArrayList<>()).add(sample);
    }
    List<DuplicateGroup> groups =
        byContent.values().stream()
            .filter(samples -> samples.size() > 1)
            .map(DuplicateGroup::new)
            .toList();
    return new Duplicates(groups, List.of());
  }
}
