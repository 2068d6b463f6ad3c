package axial.data.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds images by what a table calls them: a path, the end or more than a path, or a file name. */
final class SourceNames {

  private final Set<String> sources;
  private final Map<String, List<String>> byFileName = new HashMap<>();

  SourceNames(List<String> sources) {
    this.sources = new HashSet<>(sources);
    sources.forEach(s -> byFileName.computeIfAbsent(fileName(s), n -> new ArrayList<>()).add(s));
  }

  /** The one image that is meant; nothing when there is none, or more than one. */
  Optional<String> find(String name) {
    if (sources.contains(name)) {
      return Optional.of(name);
    }
    List<String> alike = byFileName.getOrDefault(fileName(name), List.of());
    List<String> ends =
        alike.stream().filter(s -> s.endsWith("/" + name) || name.endsWith("/" + s)).toList();
    List<String> meant = ends.isEmpty() ? alike : ends;
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
